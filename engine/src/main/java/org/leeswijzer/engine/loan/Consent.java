package org.leeswijzer.engine.loan;

import java.time.Instant;

/**
 * Whether a patron lets suggestions be made of their own loans. The last word holds; of those of one moment it is the refusal.
 *
 * @param isGiven whether they do
 * @param since epoch milliseconds of the word that said so; {@link Promise#NEVER} if none did
 */
public record Consent(boolean isGiven, long since) {
    /** That of those who were never asked. */
    public static final Consent NONE = new Consent(false, Promise.NEVER);

    /** That of who is no patron any more, whatever comes. */
    static final Consent GONE = new Consent(false, Long.MAX_VALUE);

    /** It was given then. */
    Consent given(Instant saidAt) {
        long moment = saidAt.toEpochMilli();
        return moment > since ? new Consent(true, moment) : this;
    }

    /** It was taken back then, or went with all else that was held. */
    Consent withdrawn(Instant saidAt) {
        long moment = saidAt.toEpochMilli();
        return moment >= since ? new Consent(false, moment) : this;
    }
}
