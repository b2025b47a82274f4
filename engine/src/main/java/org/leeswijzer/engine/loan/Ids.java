package org.leeswijzer.engine.loan;

/** The bounds of ids that come from outside. */
public final class Ids {
    /** Longer than any id of FOLIO (36), Koha (11) or MARC 001; a longer one is a fault in the source. */
    public static final int MAX_LENGTH = 200;

    private Ids() {}

    /**
     * Holds an id against the bounds.
     *
     * @throws IllegalArgumentException if it is blank, longer than {@link #MAX_LENGTH} or has a control character
     */
    public static void check(String field, String id) {
        if (id.isBlank() || id.length() > MAX_LENGTH || hasControlCharacter(id)) {
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

    private static boolean hasControlCharacter(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
