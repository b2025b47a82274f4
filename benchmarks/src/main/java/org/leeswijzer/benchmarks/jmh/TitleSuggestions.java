package org.leeswijzer.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.leeswijzer.engine.suggest.Answer;
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
 * Time to make ten suggestions for the page of one title: its neighbours from the store, then its kin, filtered.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar TitleSuggestions -p loans=1000000}</pre>
 *
 * <p>Titles are asked for as often as they are borrowed; the kin of most are therefore remembered from before.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class TitleSuggestions {
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
    public Answer suggest() {
        return store.engine().suggester().forTitle(store.title(), GeneratedStore.QUESTION);
    }
}
