package org.leeswijzer.benchmarks.accuracy.search;

import java.nio.file.Files;
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

/**
 * Tries every variant of the model on the training part of both sets of real loans, split again and again; what the test
 * holds out is not looked at.
 *
 * <pre>{@code
 * java -Xmx4g -cp benchmarks/target/benchmarks.jar org.leeswijzer.benchmarks.accuracy.search.ModelSearch [folder]
 * }</pre>
 */
public final class ModelSearch {
    private static final String VARIABLE = "LEESWIJZER_DATA";
    private static final int[] MIN_BORROWERS = {1, 3};

    private ModelSearch() {}

    public static void main(String[] arguments) {
        String folder = arguments.length > 0 ? arguments[0] : System.getenv(VARIABLE);
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            System.err.printf(
                    "folder of real loans is '%s': give one, or set %s%n", folder, VARIABLE);
            System.exit(2);
            return;
        }
        ResultFile result =
                new ResultFile(
                        "java -Xmx4g -cp benchmarks/target/benchmarks.jar "
                                + ModelSearch.class.getName());
        List<Map<String, Object>> sets = new ArrayList<>();
        for (RealLoans set : RealLoans.in(Path.of(folder))) {
            System.out.printf("%n%s%n", set.name());
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("set", set.name());
            figures.put(
                    "variants",
                    search(set.catalogue(), set.loans(), Variants.all(), ModelSearch::print));
            sets.add(figures);
        }
        Path file = Path.of("benchmarks/results/model-search.json");
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
