package org.leeswijzer.ingest.letter;

/**
 * What came of a letter.
 *
 * @param why one sentence
 */
public record Redriven(Letter letter, Result result, String why) {

    /** What came of it. */
    public enum Result {
        /** It is readable now, and what it means is published. */
        PUBLISHED,
        /** It is readable now, and says nothing to us. */
        IGNORED,
        /** It still cannot be read. */
        STILL_BAD,
        /** The broker no longer has the record. */
        GONE,
        /** It is readable, and would do harm so late. */
        TOO_LATE
    }

    /** Whether the letter is done with. */
    public boolean isResolved() {
        return result == Result.PUBLISHED || result == Result.IGNORED;
    }
}
