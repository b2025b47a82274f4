package org.leeswijzer.benchmarks.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leeswijzer.benchmarks.accuracy.peers.MostBorrowed;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.evaluate.Evaluation;
import org.leeswijzer.engine.evaluate.Judge;
import org.leeswijzer.engine.evaluate.Judgement;
import org.leeswijzer.engine.evaluate.Split;
import org.leeswijzer.engine.evaluate.Tuning;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

/**
 * Judges the delivered suggester on both sets of real loans, or on any other: trained on the first four fifths of every
 * patron's titles, asked for the rest.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.Accuracy [folder of both sets]
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.Accuracy \
 *     --loans F --map patron=u,title=i,time=t --titles G --map id=i,name=n
 * }</pre>
 *
 * <p>The folder is that of {@code LEESWIJZER_DATA} where none is given. The blend is tuned on a part of the training that
 * is held out once more; the rows "both, not tuned" show the default blend.
 */
public final class Accuracy {
    private static final String COMMAND =
            "java -cp benchmarks/target/benchmarks.jar " + Accuracy.class.getName();
    private static final Path RESULT = Path.of("benchmarks/results/accuracy.json");
    private static final Path RESULT_OF_OTHERS =
            Path.of("benchmarks/results/accuracy-of-loans.json");

    private Accuracy() {}

    /** One line of the table. */
    record Line(String set, int minBorrowers, String model, Judgement result) {}

    public static void main(String[] arguments) {
        RealLoans named = RealLoans.named(arguments);
        ResultFile result = new ResultFile(COMMAND + named.typed());
        List<Line> lines = new ArrayList<>();
        named.sets().forEach(set -> measure(set, lines));
        print(lines);
        Path file = named.isKnown() ? RESULT : RESULT_OF_OTHERS;
        result.put("lines", lines.stream().map(Accuracy::figures).toList()).write(file);
        System.out.println("written to " + file);
    }

    private static void measure(ReadLoanSet set, List<Line> lines) {
        int threads = Runtime.getRuntime().availableProcessors();
        Split split = Split.of(set.loans());
        KinshipIndex kinship = KinshipIndex.build(set.catalogue(), threads);
        lines.add(
                new Line(
                        set.name(),
                        0,
                        "most borrowed",
                        new Judge(split, set.catalogue().size(), threads)
                                .judge(
                                        new MostBorrowed()
                                                .learn(
                                                        split.training(),
                                                        set.catalogue().size(),
                                                        new MostBorrowed.Settings()))));
        for (int minBorrowers : new int[] {1, 3}) {
            Evaluation evaluation =
                    new Evaluation(set.catalogue(), kinship, split, minBorrowers, threads);
            Blend untuned = Blend.DEFAULT;
            Blend tuned =
                    Tuning.tune(set.catalogue(), kinship, split.training(), minBorrowers, threads);
            lines.add(
                    new Line(
                            set.name(),
                            minBorrowers,
                            "loans alone",
                            evaluation.judgeLoans(untuned)));
            lines.add(
                    new Line(
                            set.name(),
                            minBorrowers,
                            "both, not tuned",
                            evaluation.judge(untuned)));
            String name =
                    String.format(
                            Locale.ROOT,
                            "both, tuned: %s, %s days, %s",
                            tuned.kinshipWeight(),
                            tuned.recencyDays(),
                            tuned.popularityPenalty());
            lines.add(new Line(set.name(), minBorrowers, name, evaluation.judge(tuned)));
        }
    }

    private static void print(List<Line> lines) {
        System.out.printf(
                "%-20s %12s %-32s %8s %8s %8s %8s %8s%n",
                "set", "minBorrowers", "model", "nDCG@10", "recall", "hit rate", "MRR", "coverage");
        for (Line line : lines) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %12d %-32s %8.4f %8.4f %8.4f %8.4f %8.4f%n",
                    line.set(),
                    line.minBorrowers(),
                    line.model(),
                    line.result().score().ndcg(),
                    line.result().score().recall(),
                    line.result().score().hitRate(),
                    line.result().score().mrr(),
                    line.result().coverage());
        }
    }

    private static Map<String, Object> figures(Line line) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("set", line.set());
        figures.put("minBorrowers", line.minBorrowers());
        figures.put("model", line.model());
        figures.put("ndcg", line.result().score().ndcg());
        figures.put("recall", line.result().score().recall());
        figures.put("hitRate", line.result().score().hitRate());
        figures.put("mrr", line.result().score().mrr());
        figures.put("coverage", line.result().coverage());
        return figures;
    }
}
