package org.leeswijzer.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.similarity.NeighbourTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.suggest.Dial;
import org.leeswijzer.engine.suggest.Dials;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Seed;
import org.leeswijzer.engine.suggest.Suggester;

/**
 * Where each mode leads, in a library whose readers keep to two subjects and an author, and borrow what is well known most:
 * of every patron the last fifth is asked for, from the titles before. What the modes do to coverage depends on how readers
 * keep to their authors: it is held on real loans.
 */
class ModesTest {
    private static final int TITLES = 600;
    private static final int AUTHORS = 120;
    private static final int SUBJECTS = 12;
    private static final int PATRONS = 500;
    private static final int LOANS_EACH = 15;
    private static final int MIN_BORROWERS = 3;

    private static final Split SPLIT = Split.of(loans());
    private static final Map<Dial, Judgement> JUDGED = new EnumMap<>(Dial.class);

    /* Not where the class is initialised: the judge's threads would wait for it, and it for them. */
    @BeforeAll
    static void judge() {
        MemoryCatalogue catalogue = catalogue();
        NeighbourTable neighbours =
                new Training(MIN_BORROWERS, 1).run(SPLIT.training().table(TITLES));
        Suggester suggester =
                new Suggester(
                        catalogue,
                        neighbours,
                        KinshipIndex.build(catalogue, 1),
                        () -> Blend.DEFAULT);
        Judge judge = new Judge(SPLIT, TITLES, 1);
        for (Dial mode : Dial.values()) {
            JUDGED.put(mode, judge.judge((history, limit) -> ask(suggester, mode, history, limit)));
        }
    }

    @Test
    void discoverSuggestsWhatFewerKnow() {
        Measures balanced = measures(Dial.BALANCED);
        Measures discover = measures(Dial.DISCOVER);
        assertThat(discover.novelty().value()).isGreaterThan(balanced.novelty().high());
    }

    @Test
    void discoverStillForetellsMoreThanTheMostBorrowed() {
        Judgement known =
                new Judge(SPLIT, TITLES, 1).judge(MostBorrowed.of(SPLIT.training(), TITLES));
        assertThat(judged(Dial.DISCOVER).score().ndcg()).isGreaterThan(known.score().ndcg());
    }

    @Test
    void closeSuggestsMoreOfTheSameAuthorsThanBalancedAndDiscoverLess() {
        double balanced = byKnownAuthors(Dial.BALANCED);
        assertThat(byKnownAuthors(Dial.CLOSE)).isGreaterThan(balanced);
        assertThat(byKnownAuthors(Dial.DISCOVER)).isLessThan(balanced);
    }

    private static Judgement judged(Dial mode) {
        return Objects.requireNonNull(JUDGED.get(mode));
    }

    private static Measures measures(Dial mode) {
        return judged(mode).measures(Bootstrap.DEFAULT);
    }

    /** Which share of the suggestions is by an author in the history. */
    private static double byKnownAuthors(Dial mode) {
        List<Case> cases = SPLIT.cases();
        List<List<Integer>> lists = judged(mode).lists();
        int known = 0;
        int all = 0;
        for (int i = 0; i < lists.size(); i++) {
            Set<Integer> authors = new HashSet<>();
            cases.get(i).history().forEach(seed -> authors.add(author(seed.title())));
            for (int title : lists.get(i)) {
                known += authors.contains(author(title)) ? 1 : 0;
                all++;
            }
        }
        return (double) known / all;
    }

    private static List<Integer> ask(
            Suggester suggester, Dial mode, List<Seed> history, int limit) {
        Question question = new Question(null, Scope.CONSORTIUM, false, Set.of(), limit);
        return suggester.forPatron(history, question.with(Dials.of(mode))).suggestions().stream()
                .map(suggestion -> suggestion.title().number())
                .toList();
    }

    /* Five titles an author, one after the other in one subject; the first of each are the well known ones. */
    private static MemoryCatalogue catalogue() {
        MemoryCatalogue catalogue = new MemoryCatalogue();
        for (int title = 0; title < TITLES; title++) {
            catalogue.addBook(
                    "t" + title,
                    "Title " + title,
                    List.of("Author " + author(title)),
                    List.of("Subject " + subject(title)));
        }
        return catalogue;
    }

    private static int author(int title) {
        return title % AUTHORS;
    }

    private static int subject(int title) {
        return author(title) % SUBJECTS;
    }

    private static LoanSet loans() {
        Random random = new Random(20);
        LoanSet.Builder loans = new LoanSet.Builder();
        for (int patron = 0; patron < PATRONS; patron++) {
            int author = random.nextInt(AUTHORS);
            int[] subjects = {author % SUBJECTS, random.nextInt(SUBJECTS)};
            for (int loan = 0; loan < LOANS_EACH; loan++) {
                int title =
                        random.nextInt(4) == 0
                                ? author + AUTHORS * random.nextInt(TITLES / AUTHORS)
                                : wellKnown(random) * SUBJECTS + subjects[random.nextInt(2)];
                loans.loan("p" + patron, title, 10 * loan);
            }
        }
        return loans.build();
    }

    /** A place in a subject; the first are drawn most. */
    private static int wellKnown(Random random) {
        double drawn = random.nextDouble();
        return (int) (drawn * drawn * drawn * (TITLES / SUBJECTS));
    }
}
