package org.leeswijzer.api.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.leeswijzer.api.access.Login;

/**
 * Who is logged in, until the process ends. Of an id only its hash is kept, so how long a search takes tells nothing of the ids
 * that there are. Safe for use by many threads.
 */
@Singleton
final class Sessions {
    /** When one more begins, the oldest ends. */
    static final int MOST = 200;

    /** Nobody asked for anything for so long. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** A working day. */
    static final Duration LONGEST = Duration.ofHours(10);

    private static final int BYTES = 32;

    private final Clock clock;
    private final RandomGenerator random;

    /** The oldest first. */
    private final Map<String, Session> byHash = new LinkedHashMap<>();

    @Inject
    Sessions(Clock clock) {
        this(clock, new SecureRandom());
    }

    Sessions(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Begins one, which is over when the token is that cannot be renewed; gives its id, which only whoever logged in may know. */
    synchronized String open(String by, Login login) {
        String id = draw();
        Instant now = clock.instant();
        Instant until = now.plus(LONGEST);
        Instant tokens = login.renewal() == null ? login.until() : null;
        removeExpired(now);
        if (byHash.size() >= MOST) {
            byHash.remove(byHash.keySet().iterator().next());
        }
        byHash.put(
                hash(id),
                new Session(
                        by,
                        login,
                        draw(),
                        now,
                        tokens != null && tokens.isBefore(until) ? tokens : until));
        return id;
    }

    /**
     * The one of that id, which somebody uses now; empty if it has ended, as it does when its login is due and not renewed.
     *
     * @param renewing that may wait, for which only those of the same session do
     */
    Optional<Session> find(String id, UnaryOperator<Login> renewing) {
        Instant now = clock.instant();
        Optional<Session> found = find(id, now);
        if (found.isPresent() && !found.get().isLetIn(now, renewing)) {
            close(id);
            return Optional.empty();
        }
        return found;
    }

    private synchronized Optional<Session> find(String id, Instant now) {
        removeExpired(now);
        Optional<Session> found = Optional.ofNullable(byHash.get(hash(id)));
        found.ifPresent(session -> session.seen(now));
        return found;
    }

    /** Ends one. */
    synchronized void close(String id) {
        byHash.remove(hash(id));
    }

    private void removeExpired(Instant now) {
        byHash.values().removeIf(session -> session.isOver(now, IDLE));
    }

    /** Something that nobody can guess. */
    String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
