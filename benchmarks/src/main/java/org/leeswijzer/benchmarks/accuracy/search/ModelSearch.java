package org.leeswijzer.benchmarks.accuracy.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.leeswijzer.benchmarks.accuracy.RealLoans;
import org.leeswijzer.benchmarks.results.ResultFile;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

/**
 * Tries every variant of the model on the training part of both sets of real loans, or of any other, split again and again; what the test
 * holds out is not looked at.
 *
 * <pre>{@code
 * java -Xmx4g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.search.ModelSearch [folder, or --loans F --map ...]
 * }</pre>
 */
public final class ModelSearch {
    private static final int[] MIN_BORROWERS = {1, 3};

    private ModelSearch() {}

    public static void main(String[] arguments) {
        RealLoans named = RealLoans.named(arguments);
        ResultFile result =
                new ResultFile(
                        "java -Xmx4g -cp benchmarks/target/benchmarks.jar "
                                + ModelSearch.class.getName()
                                + named.typed());
        List<Map<String, Object>> sets = new ArrayList<>();
        for (ReadLoanSet set : named.sets()) {
            System.out.printf("%n%s%n", set.name());
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("set", set.name());
            figures.put(
                    "variants",
                    search(set.catalogue(), set.loans(), Variants.all(), ModelSearch::print));
            sets.add(figures);
        }
        Path file =
                Path.of(
                        named.isKnown()
                                ? "benchmarks/results/model-search.json"
                                : "benchmarks/results/model-search-of-loans.json");
        result.put("sets", sets).write(file);
        System.out.println("written to " + file);
    }

    /** Tries variants on all folds of one set of loans. */
    static List<VariantLine> search(
            Catalogue catalogue,
            LoanSet loans,
            List<Variant> variants,
            Consumer<VariantLine> each) {
        List<Fold> folds = Fold.of(loans, catalogue.size());
        Trials trials = new Trials(catalogue, Runtime.getRuntime().availableProcessors());
        List<VariantLine> lines = new ArrayList<>();
        for (Variant variant : variants) {
            for (int minBorrowers : MIN_BORROWERS) {
                List<VariantLine.OfFold> figures = new ArrayList<>();
                for (Fold fold : folds) {
                    figures.add(trials.run(variant, fold, minBorrowers));
                }
                VariantLine line =
                        new VariantLine(variant.aspect(), variant.name(), minBorrowers, figures);
                each.accept(line);
                lines.add(line);
            }
        }
        return lines;
    }

    private static void print(VariantLine line) {
        StringBuilder text = new StringBuilder();
        for (VariantLine.OfFold figures : line.folds()) {
            text.append(String.format(Locale.ROOT, "  %.4f%s", figures.ndcg(), figures.sign()));
        }
        System.out.printf(
                "%-26s %-44s %d%s%n", line.aspect(), line.variant(), line.minBorrowers(), text);
    }
}
