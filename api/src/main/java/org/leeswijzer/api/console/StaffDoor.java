package org.leeswijzer.api.console;

import java.util.List;
import org.leeswijzer.api.access.Role;

/** Which pages are for whom. The one place where that is decided. */
final class StaffDoor {
    private StaffDoor() {}

    /** Of which roles one is needed for a page. */
    static List<Role> needed(String path) {
        if (path.startsWith("/staff/privacy")) {
            return List.of(Role.PRIVACY);
        }
        if (path.startsWith("/staff/letters")) {
            return List.of(Role.STAFF, Role.OPS);
        }
        return path.equals("/staff") || path.equals("/staff/logout")
                ? Role.OF_STAFF
                : List.of(Role.STAFF);
    }
}
