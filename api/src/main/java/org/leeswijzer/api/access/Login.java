package org.leeswijzer.api.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token lets its holder be, and for how long.
 *
 * @param roles none if it lets nobody in
 * @param until after which it is no longer good; null if it has no end
 */
public record Login(Set<Role> roles, @Nullable Instant until) {
    /** What nobody is. */
    static final Login NONE = new Login(Set.of(), null);

    /** Copies the roles. */
    public Login {
        roles = Set.copyOf(roles);
    }
}
