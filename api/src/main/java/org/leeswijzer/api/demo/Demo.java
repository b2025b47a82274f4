package org.leeswijzer.api.demo;

import io.micronaut.serde.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.Publisher;

/**
 * Runs the demo: a broker of its own, the service on it, and the catalogue and loans published through it as files that
 * anybody could have imported. Closing it stops both, and removes a temporary folder.
 */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final boolean isTemporary;
    private final int patrons;
    private final long seed;
    private final LocalDate end;
    private final PrintWriter out;
    private volatile @Nullable EmbeddedBroker broker;
    private volatile @Nullable Service service;
    private volatile @Nullable URI address;

    /**
     * A demo at rest.
     *
     * @param folder where broker, store, secrets and files are
     * @param isTemporary whether the folder goes when this is closed
     * @param patrons how many are simulated
     * @param end the last day of the simulated loans
     * @param out is told what happens
     * @throws IllegalArgumentException if there are no patrons
     */
    public Demo(
            Path folder,
            boolean isTemporary,
            int patrons,
            long seed,
            LocalDate end,
            PrintWriter out) {
        if (patrons < 1) {
            throw new IllegalArgumentException("patrons is %d: give at least 1".formatted(patrons));
        }
        this.folder = folder;
        this.isTemporary = isTemporary;
        this.patrons = patrons;
        this.seed = seed;
        this.end = end;
        this.out = out;
    }

    /** Starts everything, fills what is empty, and listens; returns the address. */
    public URI start(Map<String, Object> server, Progress progress)
            throws IOException, InterruptedException {
        say("starting a Kafka broker in %s".formatted(folder.resolve("broker")));
        EmbeddedBroker started = EmbeddedBroker.start(folder.resolve("broker"));
        broker = started;
        Topics.create(started.bootstrapServers());
        Map<String, Object> properties = new HashMap<>(server);
        properties.put("leeswijzer.demo", true);
        properties.put("leeswijzer.folder", folder.toString());
        properties.put("leeswijzer.kafka.bootstrap-servers", started.bootstrapServers());
        Service opened = Service.open(properties);
        service = opened;
        fill(opened, started.bootstrapServers(), progress);
        URI listening = opened.listen();
        address = listening;
        return listening;
    }

    private void fill(Service running, String bootstrapServers, Progress progress)
            throws IOException, InterruptedException {
        Engine engine = running.engine();
        LoanConsumer consumer =
                running.consumer()
                        .orElseThrow(() -> new IllegalStateException("a broker is named"));
        awaitCaughtUp(consumer);
        if (engine.statistics().describedTitles() > 0) {
            say("the folder holds the demo library already: nothing is published");
            return;
        }
        DemoCatalogue catalogue = DemoCatalogue.read();
        Path titles = folder.resolve("titles.jsonl");
        Path loans = folder.resolve("loans.jsonl");
        write(titles, catalogue.records());
        Path copies = folder.resolve("copies.jsonl");
        DemoCopies held = new DemoCopies(catalogue, end);
        write(loans, new SimulatedPatrons(catalogue, patrons, seed, end).loans().peek(held::lent));
        write(copies, held.all());
        try (Publisher publisher = Publisher.to(bootstrapServers)) {
            publish(Kind.TITLES, titles, publisher, engine, progress);
            publish(Kind.TITLES, copies, publisher, engine, progress);
            publish(Kind.LOANS, loans, publisher, engine, progress);
        }
        awaitCaughtUp(consumer);
        engine.retrain(progress);
    }

    private void publish(
            Kind kind, Path file, Publisher publisher, Engine engine, Progress progress)
            throws IOException {
        say("publishing %s".formatted(file));
        Importer importer =
                new Importer(kind, null, Columns.BY_NAME, engine.secrets(), Clock.systemUTC());
        try (SourceFile source = SourceFile.open(file)) {
            importer.run(source, publisher, progress);
        }
    }

    private static void awaitCaughtUp(LoanConsumer consumer) throws InterruptedException {
        if (!consumer.awaitCaughtUp(PATIENCE)) {
            throw new IllegalStateException(
                    "the event log was not read within %d s: %s"
                            .formatted(PATIENCE.toSeconds(), consumer.status().lastError()));
        }
    }

    private static void write(Path file, Stream<?> lines) throws IOException {
        ObjectMapper json = ObjectMapper.getDefault();
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Iterator<?> each = lines.iterator(); each.hasNext(); ) {
                writer.write(json.writeValueAsString(each.next()));
                writer.write('\n');
            }
        }
    }

    /** Tells where to look. */
    public void printAddresses() {
        Service running = service;
        EmbeddedBroker started = broker;
        if (running == null || started == null || address == null) {
            throw new IllegalStateException("the demo has not been started: start it first");
        }
        Statistics statistics = running.engine().statistics();
        say(
                "%,d titles, and %,d loans of %,d patrons: the titles are real, the borrowing is simulated"
                        .formatted(
                                statistics.describedTitles(),
                                statistics.loans(),
                                statistics.patrons()));
        for (String line :
                List.of(
                        "open        %s/".formatted(address),
                        "staff       %s/staff".formatted(address),
                        "suggestions %s/v1/titles/multatuli-max-havelaar/suggestions"
                                .formatted(address),
                        "health      %s/health".formatted(address),
                        "metrics     %s/prometheus".formatted(address),
                        "broker      %s".formatted(started.bootstrapServers()),
                        "folder      %s".formatted(folder),
                        "stop with Ctrl-C")) {
            say(line);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void close() {
        Service running = service;
        if (running != null) {
            running.close();
            service = null;
        }
        EmbeddedBroker started = broker;
        if (started != null) {
            started.close();
            broker = null;
        }
        if (isTemporary) {
            removeFolder();
        }
    }

    /* Twice if need be: the last files of the store are let go of a moment after it was closed. */
    private void removeFolder() {
        try {
            deleteAll();
        } catch (IOException | UncheckedIOException first) {
            try {
                deleteAll();
            } catch (IOException | UncheckedIOException e) {
                say("%s is left behind: %s".formatted(folder, e));
            }
        }
    }

    private void deleteAll() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
