package org.leeswijzer.engine.loan;

import java.util.regex.Pattern;

/**
 * A library, by the short code that its events and requests carry.
 *
 * @param code 1 to 64 of {@code a-z 0-9 _ -}, starting with a letter or a digit; FOLIO's tenant ids are such codes
 */
public record Library(String code) implements Comparable<Library> {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /** @throws IllegalArgumentException if the code is anything else */
    public Library {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "library is '%s': give 1 to 64 of a-z, 0-9, '_' and '-', starting with a letter or a digit"
                            .formatted(code.length() > 80 ? code.substring(0, 80) + "..." : code));
        }
    }

    @Override
    public int compareTo(Library other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
