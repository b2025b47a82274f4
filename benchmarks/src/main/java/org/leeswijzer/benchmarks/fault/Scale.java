package org.leeswijzer.benchmarks.fault;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param name to ask for it by
 * @param kills so often the service is killed
 * @param loans published meanwhile
 * @param outage how long the broker is away
 * @param fuzzed records or rows of every format
 * @param seed of all that is drawn
 */
public record Scale(String name, int kills, int loans, Duration outage, int fuzzed, long seed) {
    /** For every build. */
    public static final Scale QUICK = new Scale("quick", 3, 3_000, Duration.ofSeconds(2), 100, 4);

    /** What the suite is for. */
    public static final Scale FULL =
            new Scale("full", 100, 200_000, Duration.ofSeconds(60), 100_000, 4);

    /** @throws IllegalArgumentException if there is none of that name */
    static Scale named(String name) {
        return switch (name) {
            case "quick" -> QUICK;
            case "full" -> FULL;
            default ->
                    throw new IllegalArgumentException(
                            "scale is '%s': give quick or full".formatted(name));
        };
    }
}
