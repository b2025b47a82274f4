package org.leeswijzer.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.ingest.ConsumerStatus.State;

/** A process that keeps a store up to date with the log until it is killed; what {@link KillIT} kills. */
final class KilledProcess {
    private KilledProcess() {}

    /**
     * Reads until the standard input ends.
     *
     * @param arguments bootstrap servers, store, secrets
     */
    public static void main(String[] arguments) throws Exception {
        EngineSettings settings = settings(Path.of(arguments[1]), Path.of(arguments[2]));
        Clock clock = Clock.systemUTC();
        try (Engine engine = Engine.open(settings, clock);
                LoanConsumer consumer =
                        new LoanConsumer(slowly(arguments[0]), engine, engine.secrets(), clock)) {
            consumer.start();
            while (consumer.status().state() == State.STARTING) {
                Thread.onSpinWait();
            }
            System.out.println("reading");
            if (System.in.read() >= 0) {
                throw new IllegalStateException("nothing is said to this process");
            }
        }
    }

    static EngineSettings settings(Path store, Path secrets) {
        return new EngineSettings(store, secrets, 3, OptionalInt.empty(), 2);
    }

    /* Small batches: many moments to be killed at. */
    private static ConsumerSettings slowly(String bootstrapServers) {
        return new ConsumerSettings(
                bootstrapServers,
                ConsumerSettings.DEFAULT_FOLIO_ENV,
                ConsumerSettings.DEFAULT_RELIST_INTERVAL,
                Map.of("max.poll.records", "20"));
    }
}
