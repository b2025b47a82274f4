package org.leeswijzer.api.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.leeswijzer.api.access.Role;
import org.leeswijzer.api.access.StaffTokens;

/** Who may log in to the console, and which pages are for whom. The one place where that is decided. */
@Singleton
final class StaffDoor {
    private static final List<Role> ALL = List.of(Role.STAFF, Role.PRIVACY, Role.OPS);

    private final StaffTokens tokens;

    StaffDoor(StaffTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether anybody may log in. */
    boolean isOpen() {
        return tokens.areSetFor(ALL);
    }

    /** What somebody is who shows that token; nothing if nobody knows it. */
    Set<Role> roles(String shown) {
        return tokens.roles(shown.strip());
    }

    /** Of which roles one is needed for a page. */
    static List<Role> needed(String path) {
        if (path.startsWith("/staff/privacy")) {
            return List.of(Role.PRIVACY);
        }
        if (path.startsWith("/staff/letters")) {
            return List.of(Role.STAFF, Role.OPS);
        }
        return path.equals("/staff") || path.equals("/staff/logout") ? ALL : List.of(Role.STAFF);
    }
}
