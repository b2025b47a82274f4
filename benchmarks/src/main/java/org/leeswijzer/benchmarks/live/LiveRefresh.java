package org.leeswijzer.benchmarks.live;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.benchmarks.load.Schedule;
import org.leeswijzer.benchmarks.load.ServiceProcess;
import org.leeswijzer.benchmarks.load.Ticker;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.load.Publisher;

/**
 * Time from a loan in the event log to suggestions that it changed, at 1,000 loans a second on a store of 500,000 titles, and
 * how far the lists are from those of a full retrain at the end.
 *
 * <pre>{@code
 * java -Xmx4g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.live.LiveRefresh [quick|standard|full]
 * }</pre>
 *
 * <p>Loans are published when they are due. The clock of a probe runs from when its last loan was due to the answer over HTTP
 * that shows it, asking for it twenty times a second included. A probe's last two loans are of a title as popular as those borrowed are and
 * of one that few borrow, which is asked for: the neighbours of the first are the longer to compute and come before. The
 * store takes some GiB in the folder for temporary files; broker, service and this share the machine.
 */
public final class LiveRefresh {
    private static final int PER_SECOND = 1_000;
    private static final int PROBES_PER_SECOND = 4;
    private static final LoanGenerator STORE = new LoanGenerator(1, 250_000, 500_000, 4_000_000);
    private static final double PERCENT = 100;

    private LiveRefresh() {}

    /** How long. */
    enum Preset {
        QUICK(Duration.ofSeconds(30)),
        STANDARD(Duration.ofMinutes(2)),
        FULL(Duration.ofMinutes(10));

        private final Duration measured;

        Preset(Duration measured) {
            this.measured = measured;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Preset parse(String text) {
            for (Preset preset : values()) {
                if (preset.text().equals(text)) {
                    return preset;
                }
            }
            throw new IllegalArgumentException(
                    "preset is '%s': give quick, standard or full".formatted(text));
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Preset preset = Preset.parse(arguments.length > 0 ? arguments[0] : "standard");
        measure(
                STORE,
                PER_SECOND,
                Duration.ofSeconds(30),
                preset.measured,
                ServiceProcess.program("-Xmx3g"),
                new ResultFile(
                        "java -Xmx4g -cp benchmarks/target/benchmarks.jar %s %s"
                                .formatted(LiveRefresh.class.getName(), preset.text())),
                Path.of("benchmarks/results/live-refresh-%s.json".formatted(preset.text())));
    }

    /** What is measured, of loans that come at a steady rate. */
    static void measure(
            LoanGenerator generator,
            int perSecond,
            Duration warmUp,
            Duration measured,
            List<String> program,
            ResultFile results,
            Path file)
            throws IOException, InterruptedException {
        Schedule before = Schedule.of(perSecond, warmUp, 1);
        Schedule schedule = Schedule.of(perSecond, measured, 2);
        int coming = before.size() + schedule.size();
        int probes = (int) (warmUp.plus(measured).toSeconds() * PROBES_PER_SECOND);
        LiveLoans loans = new LiveLoans(generator, coming, probes);
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            long begin = System.nanoTime();
            LiveStore.make(folder, loans);
            results.put("generator", generator.toString())
                    .put("secondsToMakeStore", (System.nanoTime() - begin) / 1e9)
                    .put("loansPerSecond", perSecond)
                    .put("seconds", measured.toSeconds());
            List<LiveLoans.Coming> all = loans.coming();
            serve(folder, program, all, before, schedule, results);
            IntSet borrowed = new IntOpenHashSet();
            all.forEach(each -> borrowed.add(each.title()));
            Map<String, Object> overlap =
                    ListOverlap.measure(folder.settings(), borrowed, generator.seed());
            results.put("firstTenInCommonWithFullRetrain", overlap).write(file);
            System.out.println("first ten in common with a full retrain: " + overlap);
            System.out.println("written to " + file);
        }
    }

    private static void serve(
            TemporaryFolder folder,
            List<String> program,
            List<LiveLoans.Coming> loans,
            Schedule before,
            Schedule schedule,
            ResultFile results)
            throws IOException, InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"))) {
            Topics.create(broker.bootstrapServers());
            List<String> options =
                    List.of(
                            "--folder",
                            folder.path().toString(),
                            "--bootstrap-servers",
                            broker.bootstrapServers(),
                            "--set",
                            "leeswijzer.retention-days=0");
            try (ServiceProcess service = ServiceProcess.serve(program, options);
                    Publisher log =
                            Publisher.to(
                                    broker.bootstrapServers(),
                                    Map.of("linger.ms", "0"),
                                    library -> 0)) {
                Health.awaitCaughtUp(service.server(), Ticker.SYSTEM);
                Watched.awaitQuiet(service.handle(), Ticker.SYSTEM);
                feed(service, log, loans.subList(0, before.size()), before);
                Watched watched = Watched.now(service.handle());
                long begin = System.nanoTime();
                results.put(
                        "loanToChangedSuggestions",
                        feed(service, log, loans.subList(before.size(), loans.size()), schedule));
                Health health = Health.of(service.server());
                Map<String, Object> taken =
                        watched.since(Duration.ofNanos(System.nanoTime() - begin));
                System.out.printf("service: %s, %s%n", taken, health);
                results.put("service", taken).put("atTheEnd", health);
                Health.awaitCaughtUp(service.server(), Ticker.SYSTEM);
            }
        }
    }

    private static Map<String, Object> feed(
            ServiceProcess service,
            Publisher log,
            List<LiveLoans.Coming> loans,
            Schedule schedule) {
        try (Probes probes = new Probes(service.server(), Ticker.SYSTEM)) {
            long late = new Feed(log, Ticker.SYSTEM, probes).run(loans, schedule);
            probes.await();
            Map<String, Object> figures = new LinkedHashMap<>();
            Histogram seen = probes.seen();
            figures.put("probes", seen.getTotalCount() + probes.missed());
            figures.put("notSeen", probes.missed());
            for (double percentile : new double[] {50, 90, 99, PERCENT}) {
                figures.put(
                        percentile == PERCENT ? "maxMillis" : "p%.0fMillis".formatted(percentile),
                        seen.getValueAtPercentile(percentile) / 1e6);
            }
            figures.put("answersAskedFor", probes.asked());
            figures.put("publisherLateMillis", late / 1e6);
            System.out.println("from loan to changed suggestions: " + figures);
            return figures;
        }
    }
}
