package org.leeswijzer.ingest.jsonl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan as nearly all lines have it: texts and nothing else. To be filled anew for each line; for one thread.
 *
 * <p>What is read through it means the same as when it is read with care, as {@link
 * org.leeswijzer.ingest.decode.Fields}; whatever is unusual is left to those, also to say what is wrong.
 */
public final class PlainLoan {
    /** As many as there are fields. */
    private static final int FIELDS = 9;

    private static final int LIBRARY = 0;
    private static final int LOAN_ID = 1;
    private static final int PATRON = 2;
    private static final int ITEM = 3;
    private static final int TITLE = 4;
    private static final int LOAN_KEY = 5;
    private static final int PATRON_KEY = 6;
    private static final int LOANED_AT = 7;
    private static final int ROTATION = 8;

    /** Nobody rotates a secret more often; whoever says so is read with care. */
    private static final int MOST_DIGITS = 4;

    static final List<String> OTHER_MEANING = List.of("forgotten", "erased", "optOut", "consent");

    private final @Nullable String[] texts = new @Nullable String[FIELDS];

    /** Empties all fields. */
    public void clear() {
        for (int i = 0; i < FIELDS; i++) {
            texts[i] = null;
        }
    }

    /** Whether a line that has the field is no loan, or more than one. */
    public static boolean isOfOtherMeaning(String field) {
        return OTHER_MEANING.contains(field);
    }

    /** The place of a field of that name; -1 if a loan has no such text. */
    public static int place(String field) {
        return switch (field) {
            case "library" -> LIBRARY;
            case "loanId" -> LOAN_ID;
            case "patron" -> PATRON;
            case "item" -> ITEM;
            case "title" -> TITLE;
            case "loanKey" -> LOAN_KEY;
            case "patronKey" -> PATRON_KEY;
            case "loanedAt" -> LOANED_AT;
            case "rotation" -> ROTATION;
            default -> -1;
        };
    }

    /** Whether a whole number may stand for the text. */
    static boolean mayBeNumber(int place) {
        return (place >= LOAN_ID && place <= TITLE) || place == ROTATION;
    }

    /** Whether a text may stand there. */
    static boolean mayBeText(int place) {
        return place != ROTATION;
    }

    /** Fills a field. */
    public void set(int place, String text) {
        texts[place] = text;
    }

    /** Whether the field is filled. */
    public boolean has(int place) {
        return texts[place] != null;
    }

    @Nullable String library() {
        return texts[LIBRARY];
    }

    @Nullable String loanId() {
        return texts[LOAN_ID];
    }

    @Nullable String patron() {
        return texts[PATRON];
    }

    @Nullable String item() {
        return texts[ITEM];
    }

    @Nullable String title() {
        return texts[TITLE];
    }

    @Nullable String loanKey() {
        return texts[LOAN_KEY];
    }

    @Nullable String patronKey() {
        return texts[PATRON_KEY];
    }

    @Nullable String loanedAt() {
        return texts[LOANED_AT];
    }

    /** How often the secret had been rotated; below 0 if that is not plain. */
    int rotation() {
        String text = texts[ROTATION];
        if (text == null) {
            return 0;
        }
        boolean isPlain = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; isPlain && i < text.length(); i++) {
            isPlain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return isPlain ? Integer.parseInt(text) : -1;
    }
}
