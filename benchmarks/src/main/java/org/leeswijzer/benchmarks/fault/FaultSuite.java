package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.jsonl.Keys;

/**
 * Every fault in turn, and then a search of all that the processes said for anything that tells of a patron.
 *
 * <pre>{@code
 * java -Xmx2g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.fault.FaultSuite [quick|full] [name of a fault]
 * }</pre>
 *
 * <p>Ends with code 1 as soon as a fault does harm. One that cannot be tried on this machine is told with the reason.
 */
public final class FaultSuite {
    private static final List<Fault> ALL =
            List.of(
                    new Kills(),
                    new RotationKills(),
                    new BrokerOutage(),
                    new FullDisk(),
                    new ClockLeaps(),
                    new FuzzedRecords(),
                    new FuzzedFiles());

    private final Path folder;
    private final Scale scale;

    /** @param folder for all that is made; nothing is in it yet */
    FaultSuite(Path folder, Scale scale) {
        this.folder = folder;
        this.scale = scale;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Scale scale = Scale.named(arguments.length > 0 ? arguments[0] : "full");
        ResultFile results =
                new ResultFile(
                        "java -Xmx2g -cp benchmarks/target/benchmarks.jar %s %s"
                                .formatted(FaultSuite.class.getName(), scale.name()));
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            FaultSuite suite = new FaultSuite(folder.path(), scale);
            List<Fault> faults = arguments.length > 1 ? List.of(named(arguments[1])) : ALL;
            Map<String, Object> figures = new LinkedHashMap<>();
            for (Fault fault : faults) {
                figures.put(fault.name(), suite.told(fault));
            }
            figures.put("search of all logs", suite.search());
            figures.forEach(results::put);
            if (faults.equals(ALL)) {
                Path file = Path.of("benchmarks/results/faults-%s.json".formatted(scale.name()));
                results.write(file);
                System.out.println("written to " + file);
            }
        }
    }

    static List<String> names() {
        return ALL.stream().map(Fault::name).toList();
    }

    static Fault named(String name) {
        return ALL.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "fault is '%s': give one of %s".formatted(name, names())));
    }

    private Object told(Fault fault) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Outcome outcome = run(fault);
        Map<String, Object> figures = new LinkedHashMap<>(outcome.figures());
        figures.put("seconds", (System.nanoTime() - begin) / 1e9);
        if (outcome.isSkipped()) {
            figures.put("skipped", outcome.skipped());
        }
        System.out.printf(Locale.ROOT, "%s: %s%n", fault.name(), figures);
        return figures;
    }

    /** Tries one. */
    Outcome run(Fault fault) throws IOException, InterruptedException {
        return fault.run(ground(fault));
    }

    private Ground ground(Fault fault) throws IOException {
        return new Ground(folder.resolve(name(fault)), logs(), scale);
    }

    private static String name(Fault fault) {
        return fault.name().replace(' ', '-');
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    /**
     * Searches what all processes said; shows first that it would find what is there.
     *
     * @throws BrokenException if anything tells of a patron
     */
    Map<String, Object> search() throws IOException {
        long lines = 0;
        for (Fault fault : ALL) {
            Secrets secrets =
                    new Secrets(ground(fault).folder().resolve("secrets"), new SecureRandom());
            Search search = new Search(ground(fault).searched().pseudonyms(secrets));
            search.requireFinding(telling(secrets));
            lines = search.requireNone(logs());
        }
        return Map.of("lines", lines, "found", 0);
    }

    /* As a careless line would have it. */
    private static List<String> telling(Secrets secrets) {
        LoanKey loan =
                secrets.pseudonymiser(new Library("noord"))
                        .loan("loan-%06d%s".formatted(1, SeededLoans.MARK));
        List<String> telling = new ArrayList<>();
        telling.add("reader-000001" + SeededLoans.MARK);
        telling.add("loan-000001" + SeededLoans.MARK);
        telling.add(Keys.hex(loan));
        telling.add(loan.toString());
        return telling;
    }
}
