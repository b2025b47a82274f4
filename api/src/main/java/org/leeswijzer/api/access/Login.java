package org.leeswijzer.api.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token lets its holder be, and for how long.
 *
 * @param roles none if it lets nobody in
 * @param until after which it is no longer good; null if it has no end
 * @param name of its holder; null where the token does not tell
 */
public record Login(Set<Role> roles, @Nullable Instant until, @Nullable String name) {
    /** What nobody is. */
    public static final Login NONE = new Login(Set.of(), null, null);

    /** Copies the roles. */
    public Login {
        roles = Set.copyOf(roles);
    }

    /** The same of somebody who has logged in by the token, and need not show it again. */
    Login lasting() {
        return new Login(roles, null, name);
    }
}
