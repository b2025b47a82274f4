package org.leeswijzer.benchmarks.jmh;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.leeswijzer.benchmarks.jmh.PopularTitle.Borrower;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.similarity.CoCounts;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Ranking;
import org.leeswijzer.engine.similarity.Row;
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
 * Time to rank one title's candidates: score every pair, keep the best hundred.
 *
 * <pre>{@code java -jar benchmarks/target/benchmarks.jar SimilarTitles -p candidates=1000 -prof gc}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class SimilarTitles {
    /** How many titles share enough patrons with the one title. */
    @Param({"100", "1000", "10000"})
    public int candidates;

    private final Ranking ranking = new Ranking(EngineSettings.MIN_BORROWERS_FLOOR);
    private LoanTable table;
    private CoCounts counts;
    private int title;

    @Setup
    public void count() {
        PopularTitle popular = PopularTitle.of(PopularTitle.DENSE);
        table = popular.table();
        title = popular.title();
        BitSet chosen = chosen(popular);
        counts = new CoCounts(table.titles());
        for (Borrower borrower : popular.borrowers()) {
            History history = borrower.history();
            for (int i = 0; i < history.size(); i++) {
                if (chosen.get(history.title(i))) {
                    counts.add(history.title(i), history.day(i), borrower.day());
                }
            }
        }
    }

    /* Evenly over the numbers of all candidates: as many popular and rare ones among them as among all. */
    private BitSet chosen(PopularTitle popular) {
        int[] both = new int[table.titles()];
        for (Borrower borrower : popular.borrowers()) {
            for (int i = 0; i < borrower.history().size(); i++) {
                both[borrower.history().title(i)]++;
            }
        }
        int[] all =
                IntStream.range(0, both.length)
                        .filter(other -> other != title)
                        .filter(other -> both[other] >= EngineSettings.MIN_BORROWERS_FLOOR)
                        .toArray();
        if (all.length < candidates) {
            throw new IllegalStateException(
                    "candidates is %d: give at most %d".formatted(candidates, all.length));
        }
        BitSet chosen = new BitSet();
        for (int i = 0; i < candidates; i++) {
            chosen.set(all[(int) ((long) i * all.length / candidates)]);
        }
        return chosen;
    }

    @Benchmark
    public Row rank() {
        return ranking.rank(title, counts, table);
    }
}
