package org.leeswijzer.api.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.ingest.ConsumerSettings;

/** Where files come in, one at a time. What nobody takes is let go of. Safe for use by many threads. */
@Singleton
final class ImportDesk {
    /** So long a file waits that was tried, and so long is told what came of it. */
    static final Duration KEPT = Duration.ofMinutes(15);

    private final Engine engine;
    private final Optional<ConsumerSettings> log;
    private final Clock clock;
    private @Nullable ImportRun run;

    ImportDesk(Engine engine, KafkaSettings kafka, Clock clock) {
        this.engine = engine;
        this.log = kafka.consumer();
        this.clock = clock;
    }

    /** Whether what is taken goes to an event log. */
    boolean publishes() {
        return log.isPresent();
    }

    /**
     * Takes a file in, to be tried.
     *
     * @throws IllegalStateException if another is being read
     */
    synchronized void receive(ImportSource source, String by) {
        if (run != null && run.state().isRunning()) {
            throw new IllegalStateException("an import has not ended: wait for it, or stop it");
        }
        drop();
        run = new ImportRun(source, by, engine, log, clock);
        run.tryOut();
        lookLater();
    }

    /**
     * Has the file taken that was tried.
     *
     * @throws IllegalStateException if none was
     */
    synchronized void take() {
        if (run == null) {
            throw new IllegalStateException("nothing waits to be taken: send the file again");
        }
        run.take();
    }

    /** Lets go of the file, and stops what is done with it. */
    synchronized void drop() {
        if (run != null) {
            run.stop();
            run = null;
        }
    }

    /** How it stands; empty if nothing was sent of late. */
    synchronized Optional<ImportState> state() {
        return Optional.ofNullable(run).map(ImportRun::state);
    }

    /* Only while there is a file, so that nothing is opened for it in a process that serves nobody. */
    private void lookLater() {
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(this::expire);
    }

    /** Lets go of what has waited for too long. */
    synchronized void expire() {
        if (run == null) {
            return;
        }
        boolean isOver =
                !run.state().isRunning() && run.changed().plus(KEPT).isBefore(clock.instant());
        if (isOver) {
            drop();
        } else {
            lookLater();
        }
    }
}
