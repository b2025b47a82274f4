package org.leeswijzer.benchmarks.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Measures;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

/**
 * Judges the delivered suggester and what a library could take instead of it, on both sets of real loans or on any other,
 * in one run.
 *
 * <pre>{@code
 * java -Xmx8g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.Peers [folder of both sets]
 * java -Xmx8g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.Peers \
 *     --loans F --map patron=u,title=i,time=t --titles G --map id=i,name=n
 * }</pre>
 *
 * <p>The folder is that of {@code LEESWIJZER_DATA} where none is given. All learn from the same loans and are asked in the
 * same cases as in {@link Accuracy}. Every peer is tuned: all its settings are tried on a part of the training that is held
 * out once more; the result file tells each of them.
 */
public final class Peers {
    private static final String COMMAND =
            "java -Xmx8g -cp benchmarks/target/benchmarks.jar " + Peers.class.getName();
    private static final Path RESULT = Path.of("benchmarks/results/peers.json");
    private static final Path RESULT_OF_OTHERS = Path.of("benchmarks/results/peers-of-loans.json");

    private Peers() {}

    public static void main(String[] arguments) {
        RealLoans named = RealLoans.named(arguments);
        ResultFile result = new ResultFile(COMMAND + named.typed());
        List<Map<String, Object>> sets = new ArrayList<>();
        named.sets().forEach(set -> sets.add(figures(measure(set))));
        Path file = named.isKnown() ? RESULT : RESULT_OF_OTHERS;
        result.put("sets", sets).write(file);
        System.out.println("written to " + file);
    }

    private static PeerComparison measure(ReadLoanSet set) {
        System.out.printf(
                "%n%s%n%-30s %7s %15s %7s %8s %7s %8s %8s  %s%n",
                set.name(),
                "model",
                "nDCG@10",
                "95%",
                "recall",
                "hit rate",
                "MRR",
                "coverage",
                "seconds",
                "settings");
        PeerComparison comparison =
                PeerComparison.measure(
                        set, Runtime.getRuntime().availableProcessors(), Peers::print);
        comparison.ratios(Bootstrap.DEFAULT).forEach(Peers::printRatios);
        return comparison;
    }

    private static void print(PeerComparison.Line line) {
        Measures measures = line.judgement().measures(Bootstrap.DEFAULT);
        System.out.printf(
                Locale.ROOT,
                "%-30s %7.4f %7.4f-%7.4f %7.4f %8.4f %7.4f %8.4f %8.1f  %s%n",
                line.model()
                        + line.minBorrowers().map(floor -> ", minBorrowers " + floor).orElse(""),
                measures.ndcg().value(),
                measures.ndcg().low(),
                measures.ndcg().high(),
                measures.recall().value(),
                measures.hitRate().value(),
                measures.mrr().value(),
                measures.coverage().value(),
                line.seconds(),
                line.choice().map(choice -> choice.chosen().toString()).orElse(""));
    }

    private static void printRatios(String floor, Map<String, Measure> ratios) {
        ratios.forEach(
                (peer, ratio) ->
                        System.out.printf(
                                Locale.ROOT,
                                "Leeswijzer, %s / %s: %.2f (%.2f-%.2f)%n",
                                floor,
                                peer,
                                ratio.value(),
                                ratio.low(),
                                ratio.high()));
    }

    static Map<String, Object> figures(PeerComparison comparison) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("set", comparison.set().name());
        figures.put("patrons", comparison.set().loans().patrons().size());
        figures.put("titles", comparison.set().catalogue().size());
        figures.put("loans", comparison.set().loans().loans());
        figures.put("ndcgRatios", comparison.ratios(Bootstrap.DEFAULT));
        figures.put("models", comparison.lines().stream().map(Peers::figures).toList());
        return figures;
    }

    private static Map<String, Object> figures(PeerComparison.Line line) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("model", line.model());
        line.minBorrowers().ifPresent(floor -> figures.put("minBorrowers", floor));
        figures.put("measures", line.judgement().measures(Bootstrap.DEFAULT));
        figures.put("seconds", line.seconds());
        line.choice()
                .ifPresent(
                        choice -> {
                            figures.put("chosen", choice.chosen());
                            figures.put("tried", choice.tried());
                        });
        return figures;
    }
}
