package org.leeswijzer.engine.suggest;

import java.util.List;
import java.util.Optional;

/**
 * Suggestions, best first, or why there are none.
 *
 * @param nothing present if and only if there are no suggestions
 */
public record Answer(List<Suggestion> suggestions, Optional<Nothing> nothing) {
    static final Answer NOTHING_BORROWED =
            new Answer(List.of(), Optional.of(Nothing.NOTHING_BORROWED));

    public Answer {
        suggestions = List.copyOf(suggestions);
    }

    /** Why an answer is empty; the text is its name in answers. */
    public enum Nothing {
        /** Too few loans, and nothing in the catalogue that is alike. */
        NOTHING_SIMILAR("nothingSimilar"),
        /** There is something, but the library holds none of it, or it was excluded or hidden. */
        ALL_FILTERED("allFiltered"),
        /** No title was borrowed by enough patrons within the period. */
        NOTHING_BORROWED("nothingBorrowed");

        private final String text;

        Nothing(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
