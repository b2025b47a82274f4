package org.leeswijzer.api.access;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.leeswijzer.api.service.SecretHash;

/** The tokens that are set, by hash. */
@Singleton
final class StaffTokens {
    private final Map<SecretHash, Set<Role>> known;

    StaffTokens(TokenSettings settings) {
        known = settings.roles();
    }

    /** The roles that it stands for; none if nobody knows it. */
    Set<Role> roles(String token) {
        return known.getOrDefault(SecretHash.of(token), Set.of());
    }

    /** Whether there is a token for one of them. */
    boolean areSetFor(Collection<Role> roles) {
        return known.values().stream().anyMatch(each -> each.stream().anyMatch(roles::contains));
    }
}
