package org.leeswijzer.engine.model;

/** Something that cannot be done with a model version; the message says what can be done instead. */
public final class ModelRefusal extends IllegalArgumentException {
    /** Why. */
    public enum Why {
        /** What somebody wrote is blank or too long. */
        BAD_VALUE,
        /** There is no such version or job. */
        UNKNOWN,
        /** It is not in a state in which that can be done. */
        CONFLICT,
        /** The file that should hold it does not. */
        BAD_FILE
    }

    private final Why why;

    public ModelRefusal(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why it cannot be done. */
    public Why why() {
        return why;
    }
}
