package org.leeswijzer.benchmarks.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.generate.GeneratedTitles;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.rocksdb.RawWrites;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/**
 * Loans per second from a real broker into a durable store; of Kafka's own consumer when nothing is made of its records; and of
 * RocksDB alone when it is handed what the store then holds.
 *
 * <pre>{@code
 * java -Xmx3g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.intake.LiveIngest [millions of loans] [runs]
 * }</pre>
 *
 * <p>The loans are published before, those of all patrons mixed; the store knows its titles and has no loans. All rates are
 * by the clock, connecting included. The broker has a process of its own on the same machine, and the store is not
 * refreshed while it reads: what that costs beside it, {@code live.LiveRefresh} says.
 */
public final class LiveIngest {
    private static final int AT_ONCE = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration SAMPLE = Duration.ofSeconds(2);

    private LiveIngest() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Amount amount = Amount.of(arguments);
        measure(
                amount.generator(),
                amount.runs(),
                amount.results(LiveIngest.class, "3g"),
                amount.file("live-ingest"));
    }

    static void measure(LoanGenerator generator, int runs, ResultFile results, Path file)
            throws IOException, InterruptedException {
        MixedLoans loans = new MixedLoans(generator, LocalDate.now(Clock.systemUTC()));
        try (TemporaryFolder folder = TemporaryFolder.make();
                EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"))) {
            String servers = broker.bootstrapServers();
            Topics.create(servers);
            long bytes = loans.publish(servers);
            results.put("generator", generator.toString())
                    .put("loans", loans.size())
                    .put("bytesPerLine", (double) bytes / loans.size())
                    .put("partitions", Topics.LOAN_PARTITIONS);
            List<Map<String, Object>> measured = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                measured.add(run(folder, generator, servers, loans.size()));
            }
            results.put("runs", measured).write(file);
            System.out.println("written to " + file);
        }
    }

    private static Map<String, Object> run(
            TemporaryFolder folder, LoanGenerator generator, String servers, int loans)
            throws InterruptedException {
        double raw = RawPoll.perSecond(servers, loans);
        try (TemporaryFolder store = new TemporaryFolder(folder.path().resolve("store"))) {
            Map<String, Object> figures;
            try (Engine engine = Engine.openAtRest(store.settings(), Clock.systemUTC())) {
                describe(engine, generator);
                figures = ingest(engine, servers, loans);
            }
            double seconds = (double) Objects.requireNonNull(figures.get("seconds"));
            figures.put("rawPollPerSecond", raw);
            figures.put("partOfRawPoll", loans / seconds / raw);
            figures.putAll(raw(store, folder, loans, seconds));
            System.out.printf(Locale.ROOT, "%s%n", figures);
            return figures;
        }
    }

    /* As many loans at a time as a poll brings. */
    private static Map<String, Object> raw(
            TemporaryFolder store, TemporaryFolder folder, int loans, double seconds) {
        RawWrites raw = new RawWrites(store.settings().store());
        int keys = Math.toIntExact(raw.keys() * AT_ONCE / loans);
        try (TemporaryFolder bare = new TemporaryFolder(folder.path().resolve("bare"))) {
            return RawWriteFigures.of(raw, loans, seconds, raw.batches(bare.path(), keys));
        }
    }

    private static void describe(Engine engine, LoanGenerator generator) {
        GeneratedTitles titles = new GeneratedTitles(generator);
        List<LibraryEvent> events = new ArrayList<>();
        for (int title = 0; title < generator.titles(); title++) {
            events.add(new LibraryEvent.TitleSeen(titles.record(MixedLoans.LIBRARY, title)));
            if (events.size() == AT_ONCE || title == generator.titles() - 1) {
                var unused = engine.accept(EventBatch.of(events));
                events.clear();
            }
        }
    }

    private static Map<String, Object> ingest(Engine engine, String servers, int loans)
            throws InterruptedException {
        Duration workedBefore = worked();
        long begin = System.nanoTime();
        try (LoanConsumer consumer =
                new LoanConsumer(
                        ConsumerSettings.of(servers),
                        engine,
                        engine.secrets(),
                        Clock.systemUTC())) {
            consumer.start();
            List<Double> rates = new ArrayList<>();
            long before = 0;
            long since = begin;
            while (!consumer.awaitCaughtUp(SAMPLE)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("not read in time: " + consumer.status());
                }
                long now = System.nanoTime();
                long read = consumer.status().recordsRead();
                rates.add((read - before) / ((now - since) / 1e9));
                before = read;
                since = now;
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (engine.statistics().loans() != loans) {
                throw new IllegalStateException(
                        "%d loans are stored of %d".formatted(engine.statistics().loans(), loans));
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("loansPerSecond", loans / seconds);
            slowest(rates).ifPresent(rate -> figures.put("slowestTwoSecondsLoansPerSecond", rate));
            figures.put("seconds", seconds);
            figures.put("processorSeconds", worked().minus(workedBefore).toMillis() / 1e3);
            return figures;
        }
    }

    /* The first has the connecting in it, and what Java compiles. */
    private static OptionalDouble slowest(List<Double> rates) {
        return rates.stream().skip(1).mapToDouble(rate -> rate).min();
    }

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
