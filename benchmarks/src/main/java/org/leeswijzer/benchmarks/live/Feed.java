package org.leeswijzer.benchmarks.live;

import java.util.List;
import org.leeswijzer.benchmarks.load.Schedule;
import org.leeswijzer.benchmarks.load.Ticker;
import org.leeswijzer.ingest.load.Target;

/** Publishes loans when they are due, however far behind whoever hears them is. */
final class Feed {
    private final Target log;
    private final Ticker ticker;
    private final ProbeWatch watch;

    /** Is told of a probe that is complete. */
    @FunctionalInterface
    interface ProbeWatch {
        /**
         * All its loans are published.
         *
         * @param due when the loan that completes it was to be published, in nanoseconds of the ticker
         */
        void complete(Probe probe, long due);
    }

    Feed(Target log, Ticker ticker, ProbeWatch watch) {
        this.log = log;
        this.ticker = ticker;
        this.watch = watch;
    }

    /** Publishes as many loans as the schedule has; returns by how many nanoseconds the latest of them was late. */
    long run(List<LiveLoans.Coming> loans, Schedule schedule) {
        long begin = ticker.nanos();
        long latest = 0;
        for (int i = 0; i < schedule.size(); i++) {
            LiveLoans.Coming coming = loans.get(i);
            long due = begin + schedule.due(i);
            ticker.waitUntil(due);
            log.take(List.of(coming.loan()));
            latest = Math.max(latest, ticker.nanos() - due);
            if (coming.probe() != null) {
                watch.complete(coming.probe(), due);
            }
        }
        log.finish();
        return latest;
    }
}
