package org.leeswijzer.api.console;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.MomentarySecrets;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.DryRun;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Publisher;
import org.leeswijzer.ingest.load.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file on its way in: tried first, then taken by whoever says so. Safe for use by many threads. */
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final Engine engine;
    private final Optional<ConsumerSettings> log;
    private final Clock clock;
    private final String name;
    private final String by;

    /** Null once it is taken or let go of. */
    private @Nullable ImportSource source;

    private volatile ImportState state;
    private volatile Instant changed;
    private volatile boolean isStopped;

    ImportRun(
            ImportSource source,
            String by,
            Engine engine,
            Optional<ConsumerSettings> log,
            Clock clock) {
        this.source = source;
        this.by = by;
        this.engine = engine;
        this.log = log;
        this.clock = clock;
        name = source.name();
        changed = clock.instant();
        state = on(source, ImportState.Phase.TRYING, 0);
    }

    ImportState state() {
        return state;
    }

    /** When it last came a phase further. */
    Instant changed() {
        return changed;
    }

    /** Has it end soon, and lets go of the file. */
    synchronized void stop() {
        isStopped = true;
        source = null;
    }

    /** Reads the file and writes nothing, on a thread of its own. */
    void tryOut() {
        start("staff-import-try", this::onlyRead);
    }

    /**
     * Takes what the file says, on a thread of its own.
     *
     * @throws IllegalStateException if it was not tried, or is taken already
     */
    synchronized void take() {
        if (state.phase() != ImportState.Phase.TRIED) {
            throw new IllegalStateException("nothing waits to be taken: send the file again");
        }
        become(on(Objects.requireNonNull(source), ImportState.Phase.TAKING, 0));
        start("staff-import", this::bringIn);
    }

    private interface Step {
        void run(ImportSource file) throws IOException;
    }

    private void start(String thread, Step step) {
        ImportSource file = Objects.requireNonNull(source);
        Thread worker = new Thread(() -> run(file, step), thread);
        worker.setDaemon(true);
        worker.start();
    }

    private void run(ImportSource file, Step step) {
        try {
            step.run(file);
        } catch (CancellationException e) {
            fail(file, "cancelled");
        } catch (IOException | IllegalArgumentException | KafkaException | StoreException e) {
            fail(file, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // The edge of a thread: whatever it was, whoever looks must not be told that it runs.
            LOG.error("An import failed", e);
            fail(file, "failed: see the service's log");
        }
    }

    /* Of a library without a secret none is made. */
    private void onlyRead(ImportSource file) throws IOException {
        try (DryRun target = new DryRun(null)) {
            Pseudonymisers momentary = new MomentarySecrets(engine.secrets(), new SecureRandom());
            ImportReport report = read(file, target, momentary, ImportState.Phase.TRYING);
            become(
                    new ImportState(
                            ImportState.Phase.TRIED,
                            name,
                            file.plan().kind(),
                            by,
                            1,
                            report,
                            target,
                            Map.of(),
                            null));
        }
    }

    private void bringIn(ImportSource file) throws IOException {
        if (log.isPresent()) {
            Topics.create(log.get());
            try (Publisher target =
                    Publisher.to(
                            log.get().bootstrapServers(),
                            log.get().kafkaProperties(),
                            engine.secrets()::rotation)) {
                taken(
                        file,
                        read(file, target, engine.secrets(), ImportState.Phase.TAKING),
                        Map.of());
            }
        } else {
            try (EngineTarget target = new EngineTarget(engine)) {
                ImportReport report =
                        read(file, target, engine.secrets(), ImportState.Phase.TAKING);
                taken(file, report, target.outcomes());
            }
        }
    }

    private ImportReport read(
            ImportSource file, Target target, Pseudonymisers secrets, ImportState.Phase phase)
            throws IOException {
        double size = file.size();
        try (SourceFile opened = SourceFile.open(SourceFile.STDIN, file.content())) {
            return new Importer(file.plan(), secrets, clock)
                    .run(
                            opened,
                            target,
                            (stage, done, total) -> {
                                if (isStopped) {
                                    throw new CancellationException();
                                }
                                state = on(file, phase, done / size);
                            });
        }
    }

    private synchronized void taken(
            ImportSource file, ImportReport report, Map<Outcome, Long> outcomes) {
        become(
                new ImportState(
                        ImportState.Phase.TAKEN,
                        name,
                        file.plan().kind(),
                        by,
                        1,
                        report,
                        null,
                        outcomes,
                        null));
        source = null;
    }

    private synchronized void fail(ImportSource file, String why) {
        become(
                new ImportState(
                        ImportState.Phase.FAILED,
                        name,
                        file.plan().kind(),
                        by,
                        0,
                        null,
                        null,
                        Map.of(),
                        why));
        source = null;
    }

    private void become(ImportState next) {
        state = next;
        changed = clock.instant();
    }

    private ImportState on(ImportSource file, ImportState.Phase phase, double share) {
        return new ImportState(
                phase, name, file.plan().kind(), by, share, null, null, Map.of(), null);
    }
}
