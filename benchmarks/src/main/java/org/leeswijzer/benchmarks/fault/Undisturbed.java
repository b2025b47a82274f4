package org.leeswijzer.benchmarks.fault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.RawRecord;

/** A store that got each event once, in this process and without a broker; others have to be equal to it. */
final class Undisturbed {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    private final Ground ground;
    private final Clock clock = Clock.systemUTC();

    Undisturbed(Ground ground) {
        this.ground = ground;
    }

    /** What is compared: not how many titles wait to be computed, since all that count were computed just before. */
    private record Holding(
            long loans, long parked, long patrons, long titles, Fingerprint fingerprint) {}

    /**
     * Brings a store that nobody serves to the end of the log, and compares.
     *
     * @throws BrokenException if it is not equal
     */
    long requireEqual(EmbeddedBroker broker, Path store, SeededLoans loans)
            throws InterruptedException {
        Holding disturbed = caughtUp(broker, store);
        Holding expected = expected(loans);
        BrokenException.unless(
                disturbed.equals(expected),
                "the store is not that of an undisturbed process: %s instead of %s",
                disturbed,
                expected);
        return expected.loans();
    }

    /** Reads what there is in the log. */
    void catchUp(EmbeddedBroker broker, Path store) throws InterruptedException {
        var unused = caughtUp(broker, store);
    }

    private Holding caughtUp(EmbeddedBroker broker, Path store) throws InterruptedException {
        try (Engine engine = Engine.openAtRest(ground.settings(store), clock)) {
            try (LoanConsumer consumer =
                    new LoanConsumer(
                            ConsumerSettings.of(broker.bootstrapServers()),
                            engine,
                            engine.secrets(),
                            clock)) {
                consumer.start();
                BrokenException.unless(
                        consumer.awaitCaughtUp(LONGEST), "not caught up: %s", consumer.status());
                BrokenException.unless(
                        consumer.status().deadLetters() == 0,
                        "dead letters: %s",
                        consumer.status());
            }
            return holding(engine);
        }
    }

    private static Holding holding(Engine engine) {
        engine.sweep(Progress.SILENT);
        Statistics statistics = engine.statistics();
        return new Holding(
                statistics.loans(),
                statistics.parkedLoans(),
                statistics.patrons(),
                statistics.describedTitles(),
                engine.fingerprint());
    }

    private Holding expected(SeededLoans loans) {
        try (Engine engine =
                Engine.openAtRest(ground.settings(ground.folder().resolve("undisturbed")), clock)) {
            Decoders decoders = new Decoders("folio", engine.secrets(), clock);
            List<LibraryEvent> waiting = new ArrayList<>();
            for (int title = 0; title < SeededLoans.TITLES; title++) {
                waiting.addAll(events(decoders, Topics.TITLES, SeededLoans.title(title)));
            }
            for (int loan = 0; loan < loans.size(); loan++) {
                waiting.addAll(events(decoders, Topics.LOANS, loans.line(loan)));
                if (waiting.size() >= BATCH) {
                    var unused = engine.accept(EventBatch.of(waiting));
                    waiting.clear();
                }
            }
            var unused = engine.accept(EventBatch.of(waiting));
            return holding(engine);
        }
    }

    private static List<LibraryEvent> events(Decoders decoders, String topic, String line) {
        Decoded decoded = decoders.decode(new RawRecord(topic, null, Publishing.bytes(line), null));
        return decoded instanceof Decoded.Events some ? some.events() : List.of();
    }
}
