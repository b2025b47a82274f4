package org.leeswijzer.engine.similarity;

/**
 * Whose loans a model is made of: one library's, or those of all together.
 *
 * @param number 0 for the consortium, the library's own number from 1 otherwise; at most 65,535
 */
public record Scope(int number) {
    /** All libraries together. */
    public static final Scope CONSORTIUM = new Scope(0);

    /** @throws IllegalArgumentException if the number does not fit two unsigned bytes */
    public Scope {
        if (number < 0 || number > 0xFFFF) {
            throw new IllegalArgumentException("scope is %d: give 0 to 65535".formatted(number));
        }
    }

    /** Whether loans of the library of that number count in it. */
    public boolean includes(int library) {
        return number == CONSORTIUM.number || number == library;
    }
}
