package org.leeswijzer.engine.feedback;

/**
 * A reader's, or a list's, pseudonym: 128 bits of an HMAC of the random id that a browser or a front-end made up.
 *
 * @see org.leeswijzer.engine.privacy.FeedbackSecret
 */
public record ReaderKey(long high, long low) {

    /** Says nothing, so that a pseudonym does not reach a log by accident either. */
    @Override
    public String toString() {
        return "ReaderKey[withheld]";
    }
}
