package org.leeswijzer.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says what a run measured, to people and to a result file. */
final class LoadReport {
    private final Measured measured;
    private final Outcome yardstick;

    LoadReport(Measured measured) {
        this.measured = measured;
        yardstick = measured.of(Kind.YARDSTICK);
    }

    /** A table, and whether the sender kept up. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT,
                        "%-20s %8s %8s %9s %9s %9s %9s %9s%n",
                        "kind",
                        "asked",
                        "failed",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "p50 ratio",
                        "p99 ratio"));
        for (Kind kind : Kind.values()) {
            Outcome outcome = measured.of(kind);
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-20s %8d %8d %9.3f %9.3f %9.3f %9.2f %9.2f%n",
                            kind.text(),
                            outcome.asked(),
                            outcome.failed(),
                            outcome.millis(50),
                            outcome.millis(99),
                            outcome.millis(99.9),
                            outcome.ratio(yardstick, 50),
                            outcome.ratio(yardstick, 99)));
        }
        table.append(
                String.format(
                        Locale.ROOT,
                        "sender late by: p50 %.3f ms, p99 %.3f ms, most %.3f ms%s%n",
                        measured.lateMillis(50),
                        measured.lateMillis(99),
                        measured.lateMillis(100),
                        measured.overrun()
                                ? ": it could not keep up, and its delay is in the figures above"
                                : ""));
        return table.toString();
    }

    /** By kind of request. */
    Map<String, Object> kinds() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Outcome outcome = measured.of(kind);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("asked", outcome.asked());
            figures.put("failed", outcome.failed());
            figures.put("notSent", outcome.notSent());
            put(figures, "p50Millis", outcome.millis(50));
            put(figures, "p99Millis", outcome.millis(99));
            put(figures, "p999Millis", outcome.millis(99.9));
            put(figures, "p50RatioToYardstick", outcome.ratio(yardstick, 50));
            put(figures, "p99RatioToYardstick", outcome.ratio(yardstick, 99));
            kinds.put(kind.text(), figures);
        }
        return kinds;
    }

    /** Of whoever sent the requests. */
    Map<String, Object> sender() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("lateP50Millis", measured.lateMillis(50));
        figures.put("lateP99Millis", measured.lateMillis(99));
        figures.put("lateMostMillis", measured.lateMillis(100));
        figures.put("overrun", measured.overrun());
        return figures;
    }

    /* JSON has no word for what is not a number: what was never answered has no figure. */
    private static void put(Map<String, Object> figures, String name, double figure) {
        if (!Double.isNaN(figure)) {
            figures.put(name, figure);
        }
    }
}
