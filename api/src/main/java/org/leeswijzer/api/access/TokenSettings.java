package org.leeswijzer.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.SecretHash;

/**
 * Tokens for sites without an OIDC issuer and for the command line, below {@code leeswijzer.tokens}: hashes as the command
 * {@code key} prints them, several with commas between while one takes the place of another. One hash may stand for several
 * roles.
 *
 * @param staff those of data staff; null if there are none
 * @param privacy those of privacy officers
 * @param ops those of ops
 */
@Context
@ConfigurationProperties("leeswijzer.tokens")
public record TokenSettings(
        @Nullable String staff, @Nullable String privacy, @Nullable String ops) {

    /** @throws IllegalArgumentException if one is no hash */
    public TokenSettings {
        var unused = read(staff, privacy, ops);
    }

    /** The roles that each token stands for. */
    Map<SecretHash, Set<Role>> roles() {
        return read(staff, privacy, ops);
    }

    private static Map<SecretHash, Set<Role>> read(
            @Nullable String staff, @Nullable String privacy, @Nullable String ops) {
        Map<SecretHash, Set<Role>> roles = new HashMap<>();
        add(roles, Role.STAFF, staff);
        add(roles, Role.PRIVACY, privacy);
        add(roles, Role.OPS, ops);
        return roles;
    }

    private static void add(Map<SecretHash, Set<Role>> roles, Role role, @Nullable String hashes) {
        if (hashes == null) {
            return;
        }
        for (String text : hashes.split(",", -1)) {
            SecretHash hash = SecretHash.parse(key(role), text);
            roles.computeIfAbsent(hash, each -> EnumSet.noneOf(Role.class)).add(role);
        }
    }

    /** The setting that has the tokens of a role. */
    static String key(Role role) {
        return "leeswijzer.tokens." + role.text();
    }
}
