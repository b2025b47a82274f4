package org.leeswijzer.benchmarks.jmh;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many loans a second the store accepts in batches. {@code counted} is the figure; the score itself is of batches.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar StoreWrites -p batch=1000 -p live=true}</pre>
 *
 * <p>Every loan is new, and every iteration begins with a store of titles alone. Putting the records of a batch together is part of
 * the time, making their pseudonyms is not: {@link Pseudonyms} asks for that.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class StoreWrites {
    /** Loans in one batch. */
    @Param({"1", "100", "1000"})
    public int batch;

    /** Whether neighbours are computed anew at the same time, as the service does. */
    @Param({"false", "true"})
    public boolean live;

    /** How many are generated; after the last they come again, of other patrons. */
    @Param("100000")
    public int loans;

    private GeneratedLoans generated;
    private TemporaryFolder folder;
    private Engine engine;

    /** What JMH divides by the time that was measured. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Loans {
        public long counted;
    }

    @Setup
    public void generate() {
        generated = new GeneratedLoans(GeneratedStore.generator(loans));
    }

    /* Titles first, and opened anew, or kinship and search would be reading them in the background meanwhile. */
    @Setup(Level.Iteration)
    public void open() {
        folder = TemporaryFolder.make();
        try (Engine titles = Engine.openAtRest(folder.settings(), Clock.systemUTC())) {
            generated.catalogue().forEach(titles::accept);
        }
        engine =
                live
                        ? Engine.open(folder.settings(), Clock.systemUTC())
                        : Engine.openAtRest(folder.settings(), Clock.systemUTC());
    }

    @TearDown(Level.Iteration)
    public void remove() {
        engine.close();
        folder.close();
    }

    @Benchmark
    public Receipt accept(Loans loansAccepted) {
        Receipt receipt = engine.accept(generated.next(batch));
        loansAccepted.counted += receipt.count(Outcome.COUNTED);
        return receipt;
    }
}
