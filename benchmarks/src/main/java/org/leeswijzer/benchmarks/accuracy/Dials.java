package org.leeswijzer.benchmarks.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.Case;
import org.leeswijzer.engine.evaluate.Judge;
import org.leeswijzer.engine.evaluate.Judgement;
import org.leeswijzer.engine.evaluate.Measures;
import org.leeswijzer.engine.evaluate.Split;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.kinship.Traits;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.NeighbourTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.suggest.Dial;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Seed;
import org.leeswijzer.engine.suggest.Suggester;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

/**
 * What each mode gives and costs on both sets of real loans: of every patron the last fifth is asked for, from the titles
 * before.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.Dials [folder of the sets]
 * }</pre>
 *
 * <p>The folder is that of {@code LEESWIJZER_DATA} where none is given. A suggestion is near where it has an author, a series
 * or a subject of a title in the patron's history.
 */
public final class Dials {
    private static final int MIN_BORROWERS = 3;

    private Dials() {}

    /**
     * One line of the table.
     *
     * @param near share of the suggestions that are near
     */
    record Line(String set, Dial mode, Measures measures, double near) {}

    public static void main(String[] arguments) {
        RealLoans named = RealLoans.named(arguments);
        ResultFile file =
                new ResultFile(
                        "java -cp benchmarks/target/benchmarks.jar "
                                + Dials.class.getName()
                                + named.typed());
        List<Line> lines = new ArrayList<>();
        for (ReadLoanSet set : named.sets()) {
            lines.addAll(measure(set));
        }
        lines.forEach(Dials::print);
        file.put("minBorrowers", MIN_BORROWERS)
                .put("lines", lines.stream().map(Dials::figures).toList())
                .write(Path.of("benchmarks/results/dials.json"));
    }

    static List<Line> measure(ReadLoanSet set) {
        int threads = Runtime.getRuntime().availableProcessors();
        Catalogue catalogue = set.catalogue();
        Split split = Split.of(set.loans());
        LoanTable table = split.training().table(catalogue.size());
        NeighbourTable neighbours = new Training(MIN_BORROWERS, threads).run(table);
        Suggester suggester =
                new Suggester(
                        catalogue,
                        neighbours,
                        KinshipIndex.build(catalogue, threads),
                        () -> Blend.DEFAULT);
        Judge judge = new Judge(split, catalogue.size(), threads);
        List<Line> lines = new ArrayList<>();
        for (Dial mode : Dial.values()) {
            Judgement judgement =
                    judge.judge((history, limit) -> ask(suggester, mode, history, limit));
            lines.add(
                    new Line(
                            set.name(),
                            mode,
                            judgement.measures(Bootstrap.DEFAULT),
                            near(catalogue, split.cases(), judgement.lists())));
        }
        return lines;
    }

    private static List<Integer> ask(
            Suggester suggester, Dial mode, List<Seed> history, int limit) {
        Question question =
                new Question(null, Scope.CONSORTIUM, false, Set.of(), limit)
                        .with(org.leeswijzer.engine.suggest.Dials.of(mode));
        Answer answer = suggester.forPatron(history, question);
        return answer.suggestions().stream()
                .map(suggestion -> suggestion.title().number())
                .toList();
    }

    private static double near(Catalogue catalogue, List<Case> cases, List<List<Integer>> lists) {
        List<Set<String>> traits = new ArrayList<>();
        for (int title = 0; title < catalogue.size(); title++) {
            traits.add(traits(catalogue, title));
        }
        long near = 0;
        long all = 0;
        for (int i = 0; i < cases.size(); i++) {
            Set<String> known = new HashSet<>();
            cases.get(i).history().forEach(seed -> known.addAll(traits.get(seed.title())));
            for (int title : lists.get(i)) {
                all++;
                near += traits.get(title).stream().anyMatch(known::contains) ? 1 : 0;
            }
        }
        return (double) near / Math.max(1, all);
    }

    private static Set<String> traits(Catalogue catalogue, int title) {
        Traits traits = Traits.of(catalogue.title(title).description().orElseThrow());
        Set<String> all = new HashSet<>();
        traits.authors().keySet().forEach(author -> all.add("author " + author));
        traits.series().keySet().forEach(series -> all.add("series " + series));
        traits.subjects().forEach(subject -> all.add("subject " + subject));
        return all;
    }

    private static void print(Line line) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %-9s nDCG %.4f  novelty %.2f  coverage %.3f  Gini %.3f  near %.3f%n",
                line.set(),
                line.mode().text(),
                line.measures().ndcg().value(),
                line.measures().novelty().value(),
                line.measures().coverage().value(),
                line.measures().gini().value(),
                line.near());
    }

    private static Map<String, Object> figures(Line line) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("set", line.set());
        figures.put("mode", line.mode().text());
        figures.put("measures", line.measures());
        figures.put("near", line.near());
        return figures;
    }
}
