package org.leeswijzer.engine.suggest;

import java.util.Locale;

/**
 * Why a title is suggested, for readers and for programs.
 *
 * @param seed number of the title that it is suggested for, the one that weighed most in a list
 * @param detail what they share, such as the author's name; the seed's name for {@link Code#ALSO_BORROWED} and
 *     {@link Code#SIMILAR_TITLE}
 */
public record Reason(Code code, int seed, String detail) {

    /** The kinds of reason; the text is their name in answers. */
    public enum Code {
        ALSO_BORROWED("alsoBorrowed"),
        SAME_AUTHOR("sameAuthor"),
        SAME_SERIES("sameSeries"),
        SAME_SUBJECT("sameSubject"),
        SIMILAR_TITLE("similarTitle");

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
        boolean dutch = locale.getLanguage().equals("nl");
        return switch (code) {
            case ALSO_BORROWED ->
                    (dutch
                                    ? "Lezers van \u201c%s\u201d leenden dit ook"
                                    : "Readers of \u201c%s\u201d also borrowed this")
                            .formatted(detail);
            case SAME_AUTHOR -> (dutch ? "Ook van %s" : "Also by %s").formatted(detail);
            case SAME_SERIES ->
                    (dutch ? "Ook in de reeks %s" : "Also in the series %s").formatted(detail);
            case SAME_SUBJECT -> (dutch ? "Ook over: %s" : "Also about: %s").formatted(detail);
            case SIMILAR_TITLE ->
                    (dutch ? "Lijkt op \u201c%s\u201d" : "Similar to \u201c%s\u201d")
                            .formatted(detail);
        };
    }
}
