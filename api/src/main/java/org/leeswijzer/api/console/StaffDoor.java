package org.leeswijzer.api.console;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Who may log in to the console: whoever shows the token of staff. The one place where that is decided. */
@Singleton
final class StaffDoor {
    private final byte @Nullable [] token;

    StaffDoor(Settings settings) {
        String set = settings.staffToken();
        token = set == null ? null : set.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether anybody may. */
    boolean isOpen() {
        return token != null;
    }

    /** Whether this is the token. How long this takes tells nothing of how much of it is right. */
    boolean admits(String shown) {
        return token != null
                && MessageDigest.isEqual(shown.strip().getBytes(StandardCharsets.UTF_8), token);
    }
}
