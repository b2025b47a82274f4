package org.leeswijzer.engine.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.kinship.Traits;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;

/** What can be turned, on random loans of a catalogue with few authors, series and subjects. */
class DialsTest {
    private static final int MIN_BORROWERS = 3;
    private static final int PATRONS = 14;

    /** A library of random loans: by patron, which titles. */
    private static final class World {
        private final MixedShelf catalogue;
        private final boolean[][] borrowed;

        World(MixedShelf catalogue, boolean[][] borrowed) {
            this.catalogue = catalogue;
            this.borrowed = borrowed;
        }

        static World random(long seed) {
            Random random = new Random(seed);
            MixedShelf catalogue = new MixedShelf(random);
            boolean[][] borrowed = new boolean[PATRONS][catalogue.size()];
            for (boolean[] patron : borrowed) {
                for (int loan = 0; loan < 5; loan++) {
                    // Some are better known than others.
                    int most = 1 + random.nextInt(catalogue.size());
                    patron[random.nextInt(most)] = true;
                }
            }
            return new World(catalogue, borrowed);
        }

        LoanTable table() {
            LoanTable.Builder builder = new LoanTable.Builder();
            for (boolean[] patron : borrowed) {
                for (int title = 0; title < patron.length; title++) {
                    if (patron[title]) {
                        builder.loan(title, 20_000);
                    }
                }
                builder.endOfPatron();
            }
            return builder.build(catalogue.size());
        }

        int both(int a, int b) {
            int both = 0;
            for (boolean[] patron : borrowed) {
                both += patron[a] && patron[b] ? 1 : 0;
            }
            return both;
        }

        Map<List<Integer>, Integer> pairs() {
            Map<List<Integer>, Integer> pairs = new HashMap<>();
            for (int a = 0; a < catalogue.size(); a++) {
                for (int b = 0; b < a; b++) {
                    pairs.put(List.of(a, b), both(a, b));
                }
            }
            return pairs;
        }

        /** Pairs that may be told, with their counts. */
        Map<List<Integer>, Integer> told() {
            Map<List<Integer>, Integer> told = pairs();
            told.values().removeIf(both -> both < MIN_BORROWERS);
            return told;
        }

        /**
         * The same library after patrons have changed titles with one another, as long as no pair changes that may be told:
         * each title has as many borrowers, and each patron as many titles, as before.
         */
        World swapped(long seed) {
            Random random = new Random(seed);
            World other =
                    new World(
                            catalogue,
                            Stream.of(borrowed)
                                    .map(boolean[]::clone)
                                    .toArray(n -> new boolean[n][]));
            Map<List<Integer>, Integer> told = told();
            for (int attempt = 0; attempt < 2000; attempt++) {
                boolean[] p = other.borrowed[random.nextInt(PATRONS)];
                boolean[] q = other.borrowed[random.nextInt(PATRONS)];
                int a = random.nextInt(catalogue.size());
                int b = random.nextInt(catalogue.size());
                if (p[a] && !p[b] && q[b] && !q[a]) {
                    swap(p, q, a, b);
                    if (!other.told().equals(told)) {
                        swap(p, q, a, b);
                    }
                }
            }
            return other;
        }

        private static void swap(boolean[] p, boolean[] q, int a, int b) {
            p[a] ^= true;
            q[a] ^= true;
            p[b] ^= true;
            q[b] ^= true;
        }

        Service service() {
            LoanTable table = table();
            Neighbours neighbours = new Training(MIN_BORROWERS, 1).run(table);
            Kinship kinship = KinshipIndex.build(catalogue, 1);
            Suggester suggester =
                    new Suggester(catalogue, neighbours, kinship, () -> Blend.DEFAULT);
            EnoughBorrowers enough =
                    new EnoughBorrowers() {
                        @Override
                        public boolean of(Scope scope, int title) {
                            return table.borrowers(title) >= MIN_BORROWERS;
                        }

                        @Override
                        public boolean ofBoth(Scope scope, int a, int b) {
                            return both(a, b) >= MIN_BORROWERS;
                        }
                    };
            return new Service(
                    catalogue, suggester, new Explainer(catalogue, suggester, kinship, enough));
        }
    }

    private record Service(Catalogue catalogue, Suggester suggester, Explainer explainer) {

        /** Every answer and every explanation, under these dials. */
        List<Object> everything(Question question) {
            List<Object> all = new ArrayList<>();
            for (int seed = 0; seed < catalogue.size(); seed++) {
                all.add(suggester.forTitle(seed, question));
                all.add(
                        suggester.forSeeds(
                                List.of(
                                        new Seed(seed, 5),
                                        new Seed((seed + 3) % catalogue.size(), 1)),
                                question));
                for (int candidate = 0; candidate < catalogue.size(); candidate++) {
                    all.add(explainer.explain(seed, candidate, question));
                }
            }
            return all;
        }
    }

    /** Every way to turn the dials. */
    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Dial mode : Dial.values()) {
            for (Set<Basis> bases :
                    List.of(
                            EnumSet.allOf(Basis.class),
                            EnumSet.of(Basis.LOANS),
                            EnumSet.of(Basis.KINSHIP))) {
                for (Caps caps : List.of(new Caps(1, 1), mode.caps())) {
                    for (boolean held : new boolean[] {true, false}) {
                        questions.add(
                                new Question(MixedShelf.NOORD, Scope.CONSORTIUM, held, Set.of(), 4)
                                        .with(new Dials(mode, bases, caps)));
                    }
                }
            }
        }
        return questions;
    }

    @Property(tries = 8)
    void whatFewerThanMinBorrowersShareChangesNoAnswerAndNoExplanation(@ForAll long seed) {
        World one = World.random(seed);
        World other = one.swapped(seed + 1);
        Assume.that(!other.pairs().equals(one.pairs()));
        Service first = one.service();
        Service second = other.service();
        for (Question question : questions()) {
            assertThat(second.everything(question)).isEqualTo(first.everything(question));
        }
    }

    @Property(tries = 10)
    void capsHoldNoWorkIsTwiceAndOnlyWhatIsAcceptedIsShown(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int most) {
        Service service = World.random(seed).service();
        for (Question each : questions()) {
            Dials dials =
                    new Dials(each.dials().mode(), each.dials().bases(), new Caps(most, most));
            Question question = each.with(dials);
            for (int title = 0; title < service.catalogue().size(); title++) {
                List<Suggestion> shown =
                        service.suggester().forTitle(title, question).suggestions();
                assertThat(shown).extracting(Suggestion::basis).isSubsetOf(dials.bases());
                List<String> authors = new ArrayList<>();
                List<String> series = new ArrayList<>();
                Set<String> names = new HashSet<>();
                Filter filter = new Filter(service.catalogue(), question, List.of(title));
                for (Suggestion suggestion : shown) {
                    Traits traits = Traits.of(suggestion.title().description().orElseThrow());
                    authors.addAll(traits.authors().keySet());
                    series.addAll(traits.series().keySet());
                    assertThat(names.add(work(suggestion))).as("each work once").isTrue();
                    assertThat(filter.obstacle(suggestion.title().number())).isEmpty();
                }
                assertThat(authors)
                        .allMatch(author -> Collections.frequency(authors, author) <= most);
                assertThat(series).allMatch(name -> Collections.frequency(series, name) <= most);
            }
        }
    }

    @Property(tries = 10)
    void aLongerAnswerBeginsWithTheShorterOneAndTheSameQuestionHasTheSameAnswer(@ForAll long seed) {
        Service service = World.random(seed).service();
        Service again = World.random(seed).service();
        for (Question question : questions()) {
            Question longer =
                    new Question(
                                    question.library(),
                                    question.scope(),
                                    question.onlyHeld(),
                                    question.exclude(),
                                    100)
                            .with(question.dials());
            for (int title = 0; title < service.catalogue().size(); title++) {
                List<Suggestion> few = service.suggester().forTitle(title, question).suggestions();
                List<Suggestion> many = again.suggester().forTitle(title, longer).suggestions();
                assertThat(many).startsWith(few.toArray(Suggestion[]::new));
            }
        }
    }

    /** The order that the shelf of a title always had: neighbours, then kin that are none of them. */
    @Property(tries = 10)
    void balancedKeepsTheOrderOfTheEvidence(@ForAll long seed) {
        Service service = World.random(seed).service();
        Question question = new Question(null, Scope.CONSORTIUM, true, Set.of(), 100);
        for (int title = 0; title < service.catalogue().size(); title++) {
            Filter filter = new Filter(service.catalogue(), question, List.of(title));
            Editions works = new Editions();
            List<Integer> expected = new ArrayList<>();
            for (Candidate candidate : service.suggester().candidates(title, question)) {
                filter.accept(candidate)
                        .filter(each -> works.of(each.title(), each.description()).isEmpty())
                        .ifPresent(
                                each -> {
                                    works.add(each.title(), each.description());
                                    expected.add(candidate.title());
                                });
            }
            assertThat(service.suggester().forTitle(title, question).suggestions())
                    .extracting(suggestion -> suggestion.title().number())
                    .containsExactlyElementsOf(expected);
        }
    }

    @Property(tries = 4)
    void anExplanationAgreesWithTheAnswer(@ForAll long seed) {
        Service service = World.random(seed).service();
        for (Question question : questions()) {
            for (int title = 0; title < service.catalogue().size(); title++) {
                List<Suggestion> shown =
                        service.suggester().forTitle(title, question).suggestions();
                for (int other = 0; other < service.catalogue().size(); other++) {
                    int number = other;
                    Explanation explanation = service.explainer().explain(title, other, question);
                    assertThat(explanation.suggestion())
                            .isEqualTo(
                                    shown.stream()
                                            .filter(each -> each.title().number() == number)
                                            .findFirst());
                    assertThat(explanation.code() == Explanation.Code.SUGGESTED)
                            .isEqualTo(explanation.suggestion().isPresent());
                }
            }
        }
    }

    @Test
    void ofTwoEditionsTheOneThatTheAskingLibraryHoldsIsShown() {
        MixedShelf shelf = new MixedShelf(new Random(1));
        Library zuid = MixedShelf.ZUID;
        Suggester suggester =
                new Suggester(
                        shelf,
                        new NeighboursOfOne(
                                List.of(
                                        new Neighbour(MixedShelf.NOORDS_EDITION, 9, 5, 5),
                                        new Neighbour(MixedShelf.ZUIDS_EDITION, 7, 4, 4))),
                        Kinship.NONE,
                        () -> Blend.DEFAULT);
        Question ofZuid = new Question(zuid, Scope.CONSORTIUM, false, Set.of(), 10);
        assertThat(suggester.forTitle(0, ofZuid).suggestions())
                .extracting(suggestion -> suggestion.title().number())
                .containsExactly(MixedShelf.ZUIDS_EDITION);
        Question ofAnybody = new Question(null, Scope.CONSORTIUM, false, Set.of(), 10);
        assertThat(suggester.forTitle(0, ofAnybody).suggestions())
                .extracting(suggestion -> suggestion.title().number())
                .containsExactly(MixedShelf.NOORDS_EDITION);
    }

    /** Those of title 0, and no others. */
    private record NeighboursOfOne(List<Neighbour> row) implements Neighbours {
        @Override
        public List<Neighbour> of(Scope scope, int title) {
            return title == 0 ? row : List.of();
        }

        @Override
        public Marginals marginals(Scope scope) {
            return new Marginals() {
                @Override
                public int borrowers(int title) {
                    return 9;
                }

                @Override
                public int patrons() {
                    return 99;
                }
            };
        }

        @Override
        public int minBorrowers() {
            return 3;
        }
    }

    private static String work(Suggestion suggestion) {
        return suggestion.title().description().orElseThrow().title().replace(".", "");
    }

    @Test
    void capsOutOfBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Caps(0, 1))
                .withMessage("maxPerAuthor is 0: give 1 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Caps(1, 101))
                .withMessage("maxPerSeries is 101: give 1 to 100");
    }
}
