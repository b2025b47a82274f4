package org.leeswijzer.engine.kinship;

/**
 * What two titles have in common.
 *
 * @param value as the catalogue writes it in the second of the two; for {@link Kind#WORDS} the words themselves, lower case
 *     and without diacritics, the rarest first, with a comma between
 */
public record Shared(Kind kind, String value) {

    /** What can be shared, the most telling first. */
    public enum Kind {
        AUTHOR,
        SERIES,
        /** A whole subject heading, the rarest of those shared. */
        SUBJECT,
        /** No more than words: of the titles, or else of their subject headings. */
        WORDS
    }
}
