package org.leeswijzer.benchmarks.accuracy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.evaluate.Evaluation;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.MemoryCatalogue;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.suggest.Blend;

class ModelSearchTest {
    private static final MemoryCatalogue CATALOGUE = new MemoryCatalogue();
    private static LoanSet loans = new LoanSet(List.of());

    /* Three tastes of twenty titles, six authors each; all years apart or days apart, as chance has it. */
    @BeforeAll
    static void draw() {
        Random random = new Random(7);
        LoanSet.Builder builder = new LoanSet.Builder();
        for (int title = 0; title < 60; title++) {
            CATALOGUE.addBook(
                    "t" + title,
                    "n" + title,
                    List.of("a" + title / 20 + "b" + title % 6),
                    List.of("s" + title / 20));
        }
        for (int patron = 0; patron < 80; patron++) {
            for (int i = 0; i < 12; i++) {
                int title = patron % 3 * 20 + random.nextInt(20);
                builder.loan("p" + patron, title, random.nextInt(500));
            }
        }
        loans = builder.build();
    }

    @Test
    void whatItCallsDeliveredIsWhatTheEngineDoes() {
        List<VariantLine> lines =
                ModelSearch.search(CATALOGUE, loans, List.of(Variant.DELIVERED), line -> {});
        KinshipIndex kinship = KinshipIndex.build(CATALOGUE, 1);
        for (VariantLine line : lines) {
            List<Fold> folds = Fold.of(loans, CATALOGUE.size());
            for (int fold = 0; fold < folds.size(); fold++) {
                Evaluation evaluation =
                        new Evaluation(
                                CATALOGUE,
                                kinship,
                                folds.get(fold).split(),
                                line.minBorrowers(),
                                1);
                assertThat(line.folds().get(fold).ndcg())
                        .as(line.folds().get(fold).fold())
                        .isCloseTo(evaluation.judge(Blend.DEFAULT).score().ndcg(), within(0.005))
                        .isPositive();
            }
        }
    }

    @Test
    void everyVariantIsTriedOnEveryFoldAtBothFloors() {
        List<VariantLine> told = new ArrayList<>();
        List<Variant> variants = Variants.all();
        List<VariantLine> lines = ModelSearch.search(CATALOGUE, loans, variants, told::add);
        assertThat(lines).hasSize(2 * variants.size()).isEqualTo(told);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.folds()).hasSize(4))
                .filteredOn(line -> line.aspect().equals("delivered"))
                .allSatisfy(
                        line ->
                                assertThat(line.folds())
                                        .allMatch(figures -> figures.above().value() == 0));
    }

    @Test
    void noTwoVariantsAreCalledAlike() {
        Set<String> names = new HashSet<>();
        assertThat(Variants.all())
                .allMatch(variant -> names.add(variant.aspect() + ": " + variant.name()));
    }

    @Test
    void theTestIsNotLookedAt() {
        int all = loans.loans();
        assertThat(Fold.of(loans, CATALOGUE.size()))
                .allSatisfy(
                        fold ->
                                assertThat(
                                                fold.split().training().loans()
                                                        + fold.split().heldOut().stream()
                                                                .mapToInt(List::size)
                                                                .sum())
                                        .isLessThan(all));
    }
}
