package org.leeswijzer.benchmarks.fault;

/** A fault did harm. */
public final class BrokenException extends RuntimeException {
    BrokenException(String what) {
        super(what);
    }

    /** @throws BrokenException if it does not hold */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in no jar that is used here
    static void unless(boolean holds, String what, Object... values) {
        if (!holds) {
            throw new BrokenException(what.formatted(values));
        }
    }
}
