package org.leeswijzer.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Seed;
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
 * Time to make ten suggestions for a list of titles, which are drawn as often as they are borrowed.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar ListSuggestions -p length=20 -p loans=1000000}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class ListSuggestions {
    private static final int LISTS = 1 << 8;

    /** How many titles a list has. */
    @Param({"1", "20", "200"})
    public int length;

    /** How many the store holds. */
    @Param("100000")
    public int loans;

    private final List<List<Seed>> lists = new ArrayList<>();
    private GeneratedStore store;
    private int next;

    @Setup
    public void fill() {
        store = GeneratedStore.of(loans);
        for (int i = 0; i < LISTS; i++) {
            List<Seed> list = new ArrayList<>();
            for (int place = 0; place < length; place++) {
                list.add(new Seed(store.title(), LoanGenerator.LAST_DAY));
            }
            lists.add(list);
        }
    }

    @TearDown
    public void remove() {
        store.close();
    }

    @Benchmark
    public Answer suggest() {
        return store.engine()
                .suggester()
                .forSeeds(lists.get(next++ & LISTS - 1), GeneratedStore.QUESTION);
    }
}
