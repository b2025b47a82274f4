package org.leeswijzer.benchmarks.load;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What suggestions may take. The ratios compare with a route of the same server that answers the same bytes every time,
 * asked in the same run: they hold on a slow machine as on a fast one.
 *
 * @param errorShare of all requests of any kind, those without a good answer; from 0 to 1
 */
record Budget(
        double p50Millis,
        double p99Millis,
        double errorShare,
        double p50RatioToYardstick,
        double p99RatioToYardstick) {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** Those whose latency a reader waits for. */
    private static final List<Kind> SUGGESTIONS = List.of(Kind.TITLE, Kind.LIST);

    /** @throws IllegalArgumentException if nothing could keep to it, or the share is none */
    Budget {
        check("p50Millis", p50Millis);
        check("p99Millis", p99Millis);
        check("p50RatioToYardstick", p50RatioToYardstick);
        check("p99RatioToYardstick", p99RatioToYardstick);
        if (!(errorShare >= 0 && errorShare <= 1)) {
            throw new IllegalArgumentException(
                    "errorShare is %s: give one from 0 to 1".formatted(errorShare));
        }
    }

    private static void check(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("%s is %s: give more".formatted(name, value));
        }
    }

    /** Reads a budget file, in which every limit is given. */
    static Budget read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Budget.class);
        } catch (IOException e) {
            throw new UncheckedIOException("budget %s cannot be read".formatted(file), e);
        }
    }

    /** Where a run went over, line by line; empty if nowhere. What was never answered is over. */
    List<String> exceededBy(Measured measured) {
        List<String> over = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            compare(over, kind, "error share", measured.of(kind).errorShare(), errorShare);
        }
        Outcome yardstick = measured.of(Kind.YARDSTICK);
        for (Kind kind : SUGGESTIONS) {
            Outcome outcome = measured.of(kind);
            compare(over, kind, "p50 in ms", outcome.millis(50), p50Millis);
            compare(over, kind, "p99 in ms", outcome.millis(99), p99Millis);
            String ratio = " to the yardstick's";
            compare(over, kind, "p50" + ratio, outcome.ratio(yardstick, 50), p50RatioToYardstick);
            compare(over, kind, "p99" + ratio, outcome.ratio(yardstick, 99), p99RatioToYardstick);
        }
        return over;
    }

    /* Turned round, so that what is not a number is over too. */
    private static void compare(
            List<String> over, Kind kind, String what, double measured, double allowed) {
        if (!(measured <= allowed)) {
            over.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %s is %.3f, over %.3f",
                            kind.text(),
                            what,
                            measured,
                            allowed));
        }
    }
}
