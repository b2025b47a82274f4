package org.leeswijzer.api.staff;

import org.jspecify.annotations.Nullable;

/** What an order has to have: JSON may leave out any field. */
final class Given {
    private Given() {}

    /**
     * The text of a field.
     *
     * @param remedy what it is, after "give"
     * @throws IllegalArgumentException if it is absent or blank
     */
    static String text(String field, @Nullable String value, String remedy) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s is missing: give %s".formatted(field, remedy));
        }
        return value;
    }
}
