package org.leeswijzer.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leeswijzer.engine.similarity.Neighbour;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * Time to read one title's stored row of neighbours, titles asked for as often as they are borrowed.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar StoreReads -p loans=1000000}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class StoreReads {
    /** How many the store holds. */
    @Param("100000")
    public int loans;

    private GeneratedStore store;

    @Setup
    public void fill() {
        store = GeneratedStore.of(loans);
    }

    @TearDown
    public void remove() {
        store.close();
    }

    @Benchmark
    public List<Neighbour> read() {
        return store.engine().neighbours().of(GeneratedStore.SCOPE, store.title());
    }
}
