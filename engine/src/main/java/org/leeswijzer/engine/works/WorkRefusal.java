package org.leeswijzer.engine.works;

/** A decision that cannot be made; the message says why, and what can be done instead. */
public final class WorkRefusal extends IllegalArgumentException {
    private final Why why;

    /** Of which kind it is. */
    public enum Why {
        /** A record or a decision is not known. */
        UNKNOWN,
        /** It goes against what is known. */
        CONFLICT
    }

    WorkRefusal(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
