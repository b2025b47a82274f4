package org.leeswijzer.ingest.marc;

import java.text.Normalizer;

/** Takes off the punctuation by which ISBD parts one element from the next, and which belongs to neither. */
final class Punctuation {
    private static final String BETWEEN_ELEMENTS = " /:;,=+";

    /** The shortest word that is no initial or abbreviation. */
    private static final int WORD = 4;

    private Punctuation() {}

    /** The text without it, each letter with its accents one character: MARC-8, and some of UTF-8, has them apart. */
    static String strip(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        int end = text.length();
        while (end > 0
                && (BETWEEN_ELEMENTS.indexOf(text.charAt(end - 1)) >= 0
                        || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(0, end).strip();
    }

    /** The same, and without the full stop behind a whole word: {@code Couperus, Louis.} but {@code Rowling, J.K.} */
    static String stripHeading(String text) {
        String stripped = strip(text);
        int end = stripped.length() - 1;
        if (end < WORD || stripped.charAt(end) != '.') {
            return stripped;
        }
        int word = 0;
        while (word < end && Character.isLetterOrDigit(stripped.charAt(end - 1 - word))) {
            word++;
        }
        return word >= WORD || stripped.charAt(end - 1) == ')'
                ? stripped.substring(0, end)
                : stripped;
    }
}
