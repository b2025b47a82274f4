package org.leeswijzer.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.LibraryAccess;
import org.leeswijzer.engine.loan.Library;

/**
 * Counts what each front-end and each address asks, with a bucket of tokens for each that is filled again within a minute.
 * Addresses of this machine are not counted, so that a load test, or a proxy that nobody has declared, is not one caller;
 * only logins that fail are, wherever they come from.
 *
 * <p>Safe for use by many threads.
 */
final class RateLimit {
    /** More are never remembered; who is forgotten starts anew. */
    static final int MOST = 50_000;

    /** Logins of one network that may fail within a minute. */
    static final int FAILED_LOGINS = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int perAddress;
    private final int perKey;
    private final Map<Library, Integer> perKeyOfLibrary;
    private final TimeMeter time;
    private final Cache<Object, Bucket> buckets;

    /** @param ticker the time, in nanoseconds from some moment on */
    RateLimit(LimitSettings settings, LibraryAccess libraries, Ticker ticker) {
        perAddress = settings.perAddress();
        perKey = settings.perKey();
        perKeyOfLibrary = libraries.requestsPerMinute();
        time = new TickerTime(ticker);
        // A bucket is full after a window, so whoever stayed away for one may as well have none.
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterAccess(WINDOW)
                        .ticker(ticker)
                        .executor(Runnable::run)
                        .build();
    }

    /** Counts a request of a front-end; null if it is not limited. */
    @Nullable Allowance take(FrontEnd frontEnd) {
        int limit = perKeyOfLibrary.getOrDefault(frontEnd.library(), perKey);
        return limit == 0 ? null : take("key", frontEnd, limit);
    }

    /** Counts a request from an address; null if it is not limited. */
    @Nullable Allowance take(InetAddress address) {
        return perAddress == 0 || address.isLoopbackAddress()
                ? null
                : take("address", Network.of(address), perAddress);
    }

    /** Counts a login before it is known whether it fails, so that many at once are held too. */
    Allowance takeLogin(InetAddress address) {
        return take("login", new LoginsOf(Network.of(address)), FAILED_LOGINS);
    }

    /** Takes one back that did not fail. */
    void giveBackLogin(InetAddress address) {
        Bucket bucket = buckets.getIfPresent(new LoginsOf(Network.of(address)));
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** A bucket beside that of what the network asks. */
    private record LoginsOf(Network network) {}

    private Allowance take(String by, Object whose, int perMinute) {
        Bucket bucket = buckets.get(whose, each -> full(perMinute));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                by,
                perMinute,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()),
                !probe.isConsumed());
    }

    private Bucket full(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    /* Upwards, so that whoever comes back then is not sent away again. */
    private static long seconds(long nanos) {
        return (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
    }

    /** How many are remembered. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** The ticker as buckets ask it. */
    private record TickerTime(Ticker ticker) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
