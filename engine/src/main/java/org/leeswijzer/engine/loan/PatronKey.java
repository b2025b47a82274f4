package org.leeswijzer.engine.loan;

/**
 * A patron's pseudonym: 128 bits of an HMAC under the library's own secret, the only trace of a patron that is kept.
 *
 * @see org.leeswijzer.engine.privacy.Pseudonymiser
 */
public record PatronKey(long high, long low) {

    /** Says nothing, so that a pseudonym does not reach a log by accident either. */
    @Override
    public String toString() {
        return "PatronKey[withheld]";
    }
}
