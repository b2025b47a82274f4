package org.leeswijzer.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What suggestions may take. The ratios compare with a route of the same server that answers the same bytes every time,
 * asked in the same run: they hold on a slow machine as on a fast one.
 *
 * @param errorShare of all answers, those that are no 2xx or never came
 */
public record Budget(
        double p50Millis,
        double p99Millis,
        double errorShare,
        double p50RatioToYardstick,
        double p99RatioToYardstick) {

    /** Reads a budget file. */
    static Budget read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), Budget.class);
        } catch (IOException e) {
            throw new UncheckedIOException("budget %s cannot be read".formatted(file), e);
        }
    }

    /** Where the answers to one kind of request went over; empty if nowhere. */
    List<String> exceededBy(String kind, OpenLoop.Outcome outcome, Histogram yardstick) {
        List<String> over = new ArrayList<>();
        check(over, kind, "p50 in ms", Percentiles.millis(outcome.latency(), 50), p50Millis);
        check(over, kind, "p99 in ms", Percentiles.millis(outcome.latency(), 99), p99Millis);
        check(over, kind, "error share", outcome.errorShare(), errorShare);
        check(
                over,
                kind,
                "p50 to the yardstick's",
                Percentiles.ratio(outcome.latency(), yardstick, 50),
                p50RatioToYardstick);
        check(
                over,
                kind,
                "p99 to the yardstick's",
                Percentiles.ratio(outcome.latency(), yardstick, 99),
                p99RatioToYardstick);
        return over;
    }

    private static void check(
            List<String> over, String kind, String what, double measured, double allowed) {
        if (measured > allowed) {
            over.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %s is %.3f, over %.3f",
                            kind,
                            what,
                            measured,
                            allowed));
        }
    }
}
