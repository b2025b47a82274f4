package org.leeswijzer.api.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token lets its holder be, and for how long.
 *
 * @param roles none if it lets nobody in
 * @param until after which it is no longer good, or has to be renewed; null if it has no end
 * @param name of its holder; null where the token does not tell
 * @param renewal with which it is; null if it cannot be
 */
public record Login(
        Set<Role> roles,
        @Nullable Instant until,
        @Nullable String name,
        @Nullable Renewal renewal) {
    /** What nobody is. */
    public static final Login NONE = new Login(Set.of(), null, null, null);

    /** Copies the roles. */
    public Login {
        roles = Set.copyOf(roles);
    }

    /** One without an end. */
    public static Login of(Set<Role> roles) {
        return new Login(roles, null, null, null);
    }

    /** Whether it has to be renewed before anything more is done by it. */
    public boolean isDue(Instant now) {
        return renewal != null && until != null && !now.isBefore(until);
    }

    /**
     * The same of somebody whom the issuer's form let in, and who need not show the token again.
     *
     * @param next with which it is renewed; if null it has no end
     */
    Login lasting(@Nullable Renewal next) {
        return new Login(roles, next == null ? null : until, name, next);
    }
}
