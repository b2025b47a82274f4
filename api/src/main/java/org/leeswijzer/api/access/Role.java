package org.leeswijzer.api.access;

import java.util.List;
import java.util.Locale;

/** What somebody may be known as. Whoever is known as nothing may read, where reading is public. */
public enum Role {
    /** A library's catalogue or site, by its key. */
    FRONT_END,
    /** Who imports, retrains, compares and curates. */
    STAFF,
    /** Who answers to patrons: erases, exports, and reports on it. */
    PRIVACY,
    /** Who runs the service: watches it and backs it up. */
    OPS;

    /** Whoever works at the library: all but its front-end. */
    public static final List<Role> OF_STAFF = List.of(STAFF, PRIVACY, OPS);

    /** As settings, metrics and problems have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
