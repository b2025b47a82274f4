package org.leeswijzer.api.access;

import java.util.List;

/**
 * Who may call one route.
 *
 * @param route method and template, as in {@code GET /v1/titles/{id}}; it holds for {@code HEAD} too
 * @param kind of rule
 * @param roles of which one is needed, the one to name first; empty unless the kind is {@link Kind#KEY} or {@link Kind#ROLES}
 */
public record Rule(String route, Kind kind, List<Role> roles) {
    /** The kinds of rule. */
    public enum Kind {
        /** Anybody, as often as they like: it is the same small answer for all. */
        OPEN,
        /** Anybody, or holders of a key where reading is not public; within a limit. */
        READ,
        /** Front-ends by their key, for their own library, and who has one of the roles; within a limit. */
        KEY,
        /** Only who has one of the roles; within a limit. */
        ROLES
    }

    /** @throws IllegalArgumentException if there are roles without the kind, or the kind without roles */
    public Rule {
        roles = List.copyOf(roles);
        if ((kind == Kind.ROLES || kind == Kind.KEY) == roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is %s for %s: give roles to KEY and ROLES alone"
                            .formatted(route, kind, roles));
        }
    }

    static Rule open(String route) {
        return new Rule(route, Kind.OPEN, List.of());
    }

    static Rule read(String route) {
        return new Rule(route, Kind.READ, List.of());
    }

    static Rule key(String route, Role... roles) {
        return new Rule(route, Kind.KEY, List.of(roles));
    }

    static Rule only(String route, Role... roles) {
        return new Rule(route, Kind.ROLES, List.of(roles));
    }
}
