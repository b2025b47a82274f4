package org.leeswijzer.engine.suggest;

import java.util.Locale;

/**
 * Why a title is suggested, for readers and for programs.
 *
 * @param seed number of the title that it is suggested for, the one that weighed most in a list; {@link #NO_SEED} if for none
 * @param detail what they share, such as the author's name; the seed's name for {@link Code#ALSO_BORROWED} and
 *     {@link Code#SIMILAR_TITLE}, empty as long as only loans have named it
 */
public record Reason(Code code, int seed, String detail) {
    /** In place of a title's number. */
    public static final int NO_SEED = -1;

    static final Reason MOST_BORROWED = new Reason(Code.MOST_BORROWED, NO_SEED, "");

    static final Reason ON_THE_RISE = new Reason(Code.RISING, NO_SEED, "");

    /** The kinds of reason; the text is their name in answers. */
    public enum Code {
        ALSO_BORROWED("alsoBorrowed"),
        SAME_AUTHOR("sameAuthor"),
        SAME_SERIES("sameSeries"),
        SAME_SUBJECT("sameSubject"),
        SIMILAR_TITLE("similarTitle"),
        MOST_BORROWED("mostBorrowed"),
        RISING("rising");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** One sentence in Dutch for {@code nl}, in English for every other language. */
    public String text(Locale locale) {
        return locale.getLanguage().equals("nl") ? dutch() : english();
    }

    private String dutch() {
        return switch (code) {
            case ALSO_BORROWED -> "Lezers van %s leenden dit ook".formatted(quoted("deze titel"));
            case SAME_AUTHOR -> "Ook van %s".formatted(detail);
            case SAME_SERIES -> "Ook in de reeks %s".formatted(detail);
            case SAME_SUBJECT -> "Ook over: %s".formatted(detail);
            case MOST_BORROWED -> "Veel geleend";
            case RISING -> "Meer geleend dan eerst";
            case SIMILAR_TITLE -> "Lijkt op %s".formatted(quoted("deze titel"));
        };
    }

    private String english() {
        return switch (code) {
            case ALSO_BORROWED ->
                    "Readers of %s also borrowed this".formatted(quoted("this title"));
            case SAME_AUTHOR -> "Also by %s".formatted(detail);
            case SAME_SERIES -> "Also in the series %s".formatted(detail);
            case SAME_SUBJECT -> "Also about: %s".formatted(detail);
            case MOST_BORROWED -> "Often borrowed";
            case RISING -> "Borrowed more than before";
            case SIMILAR_TITLE -> "Similar to %s".formatted(quoted("this title"));
        };
    }

    private String quoted(String otherwise) {
        return detail.isEmpty() ? otherwise : "\u201c" + detail + "\u201d";
    }
}
