package org.leeswijzer.benchmarks.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/**
 * The clock leaps years ahead and decades back while loans come and while loans are removed that have left the window. In this
 * process, since a clock is passed in, with a real broker.
 */
final class ClockLeaps implements Fault {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DAYS_A_YEAR = 365;

    /** One after the other. */
    private static final List<Integer> YEARS = List.of(0, 10, -30, 5, -1, 0);

    @Override
    public String name() {
        return "clock leaps";
    }

    @Override
    public Outcome run(Ground ground) throws InterruptedException {
        SeededLoans loans = ground.loans();
        LeapingClock clock = new LeapingClock();
        Undisturbed undisturbed = new Undisturbed(ground);
        try (EmbeddedBroker broker = ground.broker();
                Publishing publishing = new Publishing(broker)) {
            publishing.titles();
            undisturbed.catchUp(broker, ground.store());
            for (int leap = 0; leap < YEARS.size(); leap++) {
                clock.ahead = Duration.ofDays((long) DAYS_A_YEAR * YEARS.get(leap));
                publishing.loans(
                        loans,
                        leap * loans.size() / YEARS.size(),
                        (leap + 1) * loans.size() / YEARS.size());
                read(ground, broker, clock);
            }
            long counted = undisturbed.requireEqual(broker, ground.store(), loans);
            return Outcome.held(
                    Map.of(
                            "leapsInYears", YEARS,
                            "loansPublished", loans.size(),
                            "loansCounted", counted));
        }
    }

    /* Opened while the clock is wrong, read while it is wrong, and housekept. */
    private static void read(Ground ground, EmbeddedBroker broker, Clock clock)
            throws InterruptedException {
        try (Engine engine = Engine.openAtRest(ground.settings(ground.store()), clock);
                LoanConsumer consumer =
                        new LoanConsumer(
                                ConsumerSettings.of(broker.bootstrapServers()),
                                engine,
                                engine.secrets(),
                                engine.day().clock())) {
            consumer.start();
            BrokenException.unless(
                    consumer.awaitCaughtUp(LONGEST), "not caught up: %s", consumer.status());
            BrokenException.unless(
                    consumer.status().deadLetters() == 0,
                    "loans were taken for loans of the future: %s",
                    consumer.status());
            BrokenException.unless(engine.expire() == 0, "loans were removed");
        }
    }

    private static final class LeapingClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
