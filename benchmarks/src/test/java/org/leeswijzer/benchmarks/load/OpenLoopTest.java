package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Histograms keep three digits. */
    private static final Offset<Double> DIGITS = within(20.0);

    private final FakeTicker ticker = new FakeTicker();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void sendsWithoutWaitingForAnswersAndChargesEachFromWhenItWasDue() throws Exception {
        Schedule schedule = Schedule.of(2, Duration.ofSeconds(10), 1);
        // The server answers nothing until all are sent, and then it takes five seconds more.
        try (HeldServer server = new HeldServer(20, () -> ticker.advance(Duration.ofSeconds(5)))) {
            Measured measured = loop(20, LONG).run(() -> asked(server, Kind.TITLE, "/"), schedule);
            assertThat(server.asked()).isEqualTo(20);
            Outcome outcome = measured.of(Kind.TITLE);
            assertThat(outcome.asked()).isEqualTo(20);
            assertThat(outcome.failed()).isZero();
            assertThat(outcome.latency().getTotalCount()).isEqualTo(20);
            double last = schedule.due(19) / 1e6;
            assertThat(outcome.millis(0)).isCloseTo(5_000, DIGITS);
            assertThat(outcome.millis(100)).isCloseTo(5_000 + last - schedule.due(0) / 1e6, DIGITS);
            assertThat(outcome.millis(50)).isCloseTo(5_000 + last - schedule.due(10) / 1e6, DIGITS);
            assertThat(measured.overrun()).isFalse();
            assertThat(measured.lateMillis(100)).isZero();
        }
    }

    @Test
    void aSenderThatIsLateSaysSoAndIsChargedLikeTheServer() throws Exception {
        Schedule schedule = Schedule.of(1, Duration.ofSeconds(10), 1);
        AtomicInteger made = new AtomicInteger();
        try (HeldServer server = new HeldServer(1)) {
            Supplier<Asked> slowAtFirst =
                    () -> {
                        if (made.getAndIncrement() == 0) {
                            ticker.advance(Duration.ofSeconds(20));
                        }
                        return asked(server, Kind.LIST, "/");
                    };
            Measured measured = loop(10, LONG).run(slowAtFirst, schedule);
            double mostLate = 20_000 - schedule.due(0) / 1e6;
            assertThat(measured.overrun()).isTrue();
            assertThat(measured.lateMillis(100)).isCloseTo(mostLate, DIGITS);
            assertThat(measured.of(Kind.LIST).millis(100)).isCloseTo(mostLate, DIGITS);
            assertThat(measured.of(Kind.LIST).millis(0))
                    .isCloseTo(20_000 - schedule.due(9) / 1e6, DIGITS);
        }
    }

    @Test
    void whatIsDueWhileTooManyWaitIsNotSentAndHasFailed() throws Exception {
        AtomicInteger made = new AtomicInteger();
        try (HeldServer server = new HeldServer(Integer.MAX_VALUE)) {
            Supplier<Asked> releasing =
                    () -> {
                        if (made.incrementAndGet() == 10) {
                            server.release();
                        }
                        return asked(server, Kind.TITLE, "/");
                    };
            Outcome outcome =
                    loop(3, LONG)
                            .run(releasing, Schedule.of(10, Duration.ofSeconds(1), 1))
                            .of(Kind.TITLE);
            assertThat(outcome.asked()).isEqualTo(10);
            // The tenth is sent or not, by whether one of the three has been answered by then.
            assertThat(outcome.notSent()).isBetween(6L, 7L);
            assertThat(outcome.failed()).isEqualTo(outcome.notSent());
            assertThat(server.asked()).isEqualTo(10 - (int) outcome.notSent());
        }
    }

    @Test
    void endsThoughTheServerNeverAnswers() throws Exception {
        try (HeldServer server = new HeldServer(Integer.MAX_VALUE)) {
            Outcome outcome =
                    loop(5, Duration.ofMillis(200))
                            .run(
                                    () -> asked(server, Kind.SEARCH, "/"),
                                    Schedule.of(5, Duration.ofSeconds(1), 1))
                            .of(Kind.SEARCH);
            assertThat(outcome.asked()).isEqualTo(5);
            assertThat(outcome.failed()).isEqualTo(5);
            assertThat(outcome.latency().getTotalCount()).isZero();
            assertThat(outcome.errorShare()).isEqualTo(1);
        }
    }

    @Test
    void countsByKindAndTakesAnErrorForNoAnswer() throws Exception {
        AtomicInteger made = new AtomicInteger();
        try (HeldServer server = new HeldServer(1)) {
            Measured measured =
                    loop(10, LONG)
                            .run(
                                    () ->
                                            made.getAndIncrement() % 2 == 0
                                                    ? asked(server, Kind.YARDSTICK, "/")
                                                    : asked(server, Kind.TITLE, "/bad"),
                                    Schedule.of(8, Duration.ofSeconds(1), 1));
            assertThat(measured.of(Kind.YARDSTICK).failed()).isZero();
            assertThat(measured.of(Kind.YARDSTICK).latency().getTotalCount()).isEqualTo(4);
            assertThat(measured.of(Kind.TITLE).failed()).isEqualTo(4);
            assertThat(measured.of(Kind.TITLE).latency().getTotalCount()).isZero();
            assertThat(measured.of(Kind.LIST).asked()).isZero();
        }
    }

    @Test
    void aServerThatIsNotThereFails() throws Exception {
        HeldServer gone = new HeldServer(1);
        gone.close();
        Outcome outcome =
                loop(3, LONG)
                        .run(
                                () -> asked(gone, Kind.TITLE, "/"),
                                Schedule.of(3, Duration.ofSeconds(1), 1))
                        .of(Kind.TITLE);
        assertThat(outcome.failed()).isEqualTo(3);
    }

    private OpenLoop loop(int mostOpen, Duration patience) {
        return new OpenLoop(client, ticker, mostOpen, patience);
    }

    private static Asked asked(HeldServer server, Kind kind, String path) {
        return new Asked(kind, server.request(path));
    }
}
