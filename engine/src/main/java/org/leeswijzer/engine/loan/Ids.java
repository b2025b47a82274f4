package org.leeswijzer.engine.loan;

/** The bounds of ids that come from outside. */
public final class Ids {
    /** Longer than any id of FOLIO (36), Koha (11) or MARC 001; a longer one is a fault in the source. */
    public static final int MAX_LENGTH = 200;

    private Ids() {}

    /** Whether it is neither blank nor longer than {@link #MAX_LENGTH}, and has no control character. */
    public static boolean isId(String id) {
        if (id.length() > MAX_LENGTH) {
            return false;
        }
        boolean isBlank = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            isBlank = isBlank && Character.isWhitespace(c);
        }
        return !isBlank;
    }

    /**
     * Holds an id against the bounds.
     *
     * @throws IllegalArgumentException if it is blank, longer than {@link #MAX_LENGTH} or has a control character
     */
    public static void check(String field, String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "%s is %s: give an id of 1 to %d characters without control characters"
                            .formatted(
                                    field,
                                    id.isBlank()
                                            ? "blank"
                                            : "not an id (" + id.length() + " characters)",
                                    MAX_LENGTH));
        }
    }
}
