package org.leeswijzer.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leeswijzer.benchmarks.jmh.PopularTitle.Borrower;
import org.leeswijzer.engine.similarity.CoCounts;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many pairs of titles are counted a second: the titles of everyone who borrowed one title, weighed by the days
 * between. {@code pairUpdates} is the figure; the score itself is of titles counted from nothing.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar CountingPairs -p borrowers=1000}</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class CountingPairs {
    /** How many patrons' histories are counted for the title. */
    @Param({"10", "1000"})
    public int borrowers;

    private List<Borrower> counted = List.of();
    private CoCounts counts = new CoCounts(0);

    /** What JMH divides by the time that was measured. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Pairs {
        public long pairUpdates;
    }

    @Setup
    public void read() {
        PopularTitle popular = PopularTitle.of(PopularTitle.DENSE);
        if (popular.borrowers().size() < borrowers) {
            throw new IllegalStateException(
                    "borrowers is %d: give at most %d"
                            .formatted(borrowers, popular.borrowers().size()));
        }
        counted = List.copyOf(popular.borrowers().subList(0, borrowers));
        counts = new CoCounts(popular.table().titles());
    }

    @Benchmark
    public CoCounts count(Pairs pairs) {
        counts.clear();
        for (Borrower borrower : counted) {
            borrower.history().count(counts, borrower.day());
            pairs.pairUpdates += borrower.history().size();
        }
        return counts;
    }
}
