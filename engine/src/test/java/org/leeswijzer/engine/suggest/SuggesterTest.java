package org.leeswijzer.engine.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.TinyLibrary;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.kinship.Kin;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.suggest.Answer.Nothing;

class SuggesterTest {
    private final TinyLibrary library = new TinyLibrary();
    private final Neighbours neighbours = new Training(3, 1).run(library.table());
    private final Kinship kinship = KinshipIndex.build(library, 1);
    private final Suggester suggester =
            new Suggester(library, neighbours, kinship, () -> Blend.DEFAULT);

    @Test
    void whatReadersAlsoBorrowedComesBeforeWhatIsAlike() {
        Answer answer = suggester.forTitle(TinyLibrary.EVENINGS, ask(10));
        assertThat(answer.nothing()).isEmpty();
        assertThat(answer.suggestions()).extracting(Suggestion::rank).isSorted().startsWith(1);
        assertThat(answer.suggestions())
                .extracting(Suggestion::basis)
                .isSorted()
                .contains(Basis.LOANS, Basis.KINSHIP);
        Suggestion first = answer.suggestions().get(0);
        assertThat(first.title().number()).isEqualTo(TinyLibrary.DARKROOM);
        assertThat(first.borrowers()).isEqualTo(4);
        assertThat(first.reason().text(Locale.ENGLISH))
                .isEqualTo("Readers of \u201cDe avonden\u201d also borrowed this");
        assertThat(first.reason().text(Locale.forLanguageTag("nl-BE")))
                .isEqualTo("Lezers van \u201cDe avonden\u201d leenden dit ook");
    }

    @Test
    void whatIsAlikeSaysWhatTheyShareAndNothingOfBorrowers() {
        Suggestion kin =
                suggester.forTitle(TinyLibrary.EVENINGS, ask(10)).suggestions().stream()
                        .filter(suggestion -> suggestion.basis() == Basis.KINSHIP)
                        .findFirst()
                        .orElseThrow();
        assertThat(kin.title().number()).isEqualTo(TinyLibrary.TRAVELLING);
        assertThat(kin.borrowers()).isZero();
        assertThat(kin.reason().code()).isEqualTo(Reason.Code.SAME_AUTHOR);
        assertThat(kin.reason().text(Locale.ENGLISH)).isEqualTo("Also by Gerard Reve");
        assertThat(kin.reason().text(Locale.forLanguageTag("nl"))).isEqualTo("Ook van Gerard Reve");
    }

    @Test
    void whatReadersSayMovesASuggestionWithinItsBasis() {
        Question question = ask(10);
        Suggestion kin =
                suggester.forTitle(TinyLibrary.EVENINGS, question).suggestions().stream()
                        .filter(each -> each.basis() == Basis.KINSHIP)
                        .findFirst()
                        .orElseThrow();
        Suggester heard =
                new Suggester(
                        library,
                        neighbours,
                        kinship,
                        () -> Blend.DEFAULT,
                        (scope, seed) -> seed == TinyLibrary.EVENINGS ? title -> 0.5 : title -> 1);
        List<Suggestion> moved = heard.forTitle(TinyLibrary.EVENINGS, question).suggestions();
        assertThat(moved).extracting(Suggestion::basis).isSorted();
        assertThat(moved)
                .filteredOn(each -> each.title().equals(kin.title()))
                .extracting(Suggestion::score)
                .containsExactly(kin.score() / 2);
        assertThat(heard.forTitle(TinyLibrary.JIP, question))
                .isEqualTo(suggester.forTitle(TinyLibrary.JIP, question));
        assertThat(heard.forSeeds(List.of(new Seed(TinyLibrary.EVENINGS, 0)), question))
                .isNotEqualTo(
                        suggester.forSeeds(List.of(new Seed(TinyLibrary.EVENINGS, 0)), question));
    }

    @Test
    void suggestsNothingBelowMinBorrowers() {
        // Two patrons borrowed both The evenings and the guide to birds.
        assertThat(numbers(suggester.forTitle(TinyLibrary.EVENINGS, ask(100))))
                .doesNotContain(TinyLibrary.BIRDS);
    }

    @Test
    void neitherTheSeedNorAnotherEditionNorWhatIsHiddenNorWhatOnlyLoansHaveNamed() {
        assertThat(numbers(suggester.forTitle(TinyLibrary.DARKROOM, ask(100))))
                .contains(TinyLibrary.EVENINGS)
                .doesNotContain(
                        TinyLibrary.DARKROOM,
                        TinyLibrary.DARKROOM_POCKET,
                        TinyLibrary.HIDDEN,
                        TinyLibrary.NAMED_BY_LOANS);
    }

    @Test
    void noAdultTitleOnAChildrensSeedButTheOtherWayRound() {
        assertThat(numbers(suggester.forTitle(TinyLibrary.JIP, ask(100))))
                .doesNotContain(TinyLibrary.EVENINGS);
        assertThat(numbers(suggester.forTitle(TinyLibrary.EVENINGS, ask(100))))
                .contains(TinyLibrary.JIP);
    }

    @Test
    void onlyWhatTheAskingLibraryHoldsUnlessAskedForMore() {
        Library other = new Library("elders");
        Question held = new Question(other, Scope.CONSORTIUM, true, Set.of(), 10);
        Answer answer = suggester.forTitle(TinyLibrary.EVENINGS, held);
        assertThat(answer.suggestions()).isEmpty();
        assertThat(answer.nothing()).hasValue(Nothing.ALL_FILTERED);
        Question any = new Question(other, Scope.CONSORTIUM, false, Set.of(), 10);
        assertThat(suggester.forTitle(TinyLibrary.EVENINGS, any).suggestions()).isNotEmpty();
    }

    @Test
    void whatIsExcludedMakesRoomForTheNext() {
        Question question =
                new Question(null, Scope.CONSORTIUM, false, Set.of(TinyLibrary.DARKROOM), 1);
        assertThat(numbers(suggester.forTitle(TinyLibrary.EVENINGS, question)))
                .hasSize(1)
                .doesNotContain(TinyLibrary.DARKROOM);
    }

    @Test
    void saysWhyThereIsNothing() {
        Neighbours none = new Training(8, 1).run(library.table());
        Suggester mute = new Suggester(library, none, Kinship.NONE, () -> Blend.DEFAULT);
        Answer answer = mute.forTitle(TinyLibrary.EVENINGS, ask(10));
        assertThat(answer.suggestions()).isEmpty();
        assertThat(answer.nothing()).hasValue(Nothing.NOTHING_SIMILAR);
    }

    @Test
    void aTitleThatOnlyLoansHaveNamedHasSuggestionsWhoseReasonNamesNothing() {
        Suggestion first =
                suggester.forTitle(TinyLibrary.NAMED_BY_LOANS, ask(10)).suggestions().get(0);
        assertThat(first.reason().text(Locale.ENGLISH))
                .isEqualTo("Readers of this title also borrowed this");
        assertThat(first.reason().text(Locale.forLanguageTag("nl")))
                .isEqualTo("Lezers van deze titel leenden dit ook");
    }

    @Test
    void aListSuggestsNothingThatIsInIt() {
        List<Seed> seeds =
                List.of(new Seed(TinyLibrary.EVENINGS, 0), new Seed(TinyLibrary.DARKROOM, 0));
        assertThat(numbers(suggester.forSeeds(seeds, ask(100))))
                .isNotEmpty()
                .doesNotContain(
                        TinyLibrary.EVENINGS, TinyLibrary.DARKROOM, TinyLibrary.DARKROOM_POCKET);
    }

    @Test
    void aNewerSeedSpeaksLouder() {
        Seed evenings = new Seed(TinyLibrary.EVENINGS, 1000);
        Seed jip = new Seed(TinyLibrary.JIP, 1000);
        Seed longAgo = new Seed(TinyLibrary.JIP, 0);
        int withBoth = rank(suggester.forSeeds(List.of(evenings, jip), ask(100)), TinyLibrary.PLUK);
        int withOld =
                rank(suggester.forSeeds(List.of(evenings, longAgo), ask(100)), TinyLibrary.PLUK);
        assertThat(withBoth).isLessThan(withOld);
    }

    @Test
    void aPatronIsNeverSuggestedWhatTheyBorrowedHoweverLongAgo() {
        List<Seed> borrowed = new ArrayList<>(List.of(new Seed(TinyLibrary.BIRDS, -5000)));
        for (int recent = 0; recent < 500; recent++) {
            borrowed.add(new Seed(TinyLibrary.JIP, recent));
        }
        borrowed.add(new Seed(TinyLibrary.EVENINGS, 501));
        assertThat(numbers(suggester.forPatron(borrowed, ask(100))))
                .contains(TinyLibrary.DARKROOM)
                .doesNotContain(TinyLibrary.BIRDS, TinyLibrary.JIP, TinyLibrary.EVENINGS);
    }

    @Test
    void whoHasToldOfNoTitleIsSuggestedWhatMostBorrow() {
        Answer answer = suggester.forPatron(List.of(), ask(100));
        assertThat(answer.suggestions())
                .isNotEmpty()
                .allMatch(suggestion -> suggestion.basis() == Basis.POPULARITY)
                .allMatch(suggestion -> suggestion.reason().code() == Reason.Code.MOST_BORROWED)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Suggestion::score)
                                .reversed()
                                .thenComparingInt(suggestion -> suggestion.title().number()));
        assertThat(answer.suggestions())
                .allMatch(suggestion -> borrowers(suggestion.title().number()) >= 3)
                .allMatch(
                        suggestion -> suggestion.score() == borrowers(suggestion.title().number()));
        assertThat(answer.suggestions().get(0).reason().text(Locale.ENGLISH))
                .isEqualTo("Often borrowed");
    }

    @Test
    void tooLongAListIsRefused() {
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i <= Suggester.MAX_SEEDS; i++) {
            seeds.add(new Seed(0, i));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suggester.forSeeds(seeds, ask(10)))
                .withMessage("titles are 1001: give at most 1000");
    }

    @Property(tries = 200)
    void aListScoresAsTheSlowSumSays(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 8) Integer> titles,
            @ForAll @Size(value = 6) List<@IntRange(max = 90) Integer> days) {
        List<Seed> seeds = new ArrayList<>();
        Map<Integer, Integer> latest = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            seeds.add(new Seed(titles.get(i), days.get(i)));
            latest.merge(titles.get(i), days.get(i), Math::max);
        }
        Map<Integer, Double> expected = new HashMap<>();
        int newest = latest.values().stream().mapToInt(day -> day).max().orElseThrow();
        latest.forEach(
                (title, day) -> {
                    double weight =
                            Math.exp((day - newest) / 30.0)
                                    * 10
                                    / (Math.max(3, borrowers(title)) + 10);
                    for (Neighbour n : neighbours.of(Scope.CONSORTIUM, title)) {
                        double damped = Math.pow(borrowers(n.title()) + 10, -0.3);
                        expected.merge(n.title(), weight * n.overlap() * damped, Double::sum);
                    }
                    for (Kin kin : kinship.of(title)) {
                        expected.merge(kin.title(), weight * 0.9 * kin.score(), Double::sum);
                    }
                });
        List<Suggestion> suggestions = suggester.forSeeds(seeds, ask(100)).suggestions();
        assertThat(suggestions)
                .allSatisfy(
                        suggestion ->
                                assertThat(suggestion.score())
                                        .isCloseTo(
                                                expected.get(suggestion.title().number()),
                                                within(1e-6)))
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Suggestion::score)
                                .reversed()
                                .thenComparingInt(suggestion -> suggestion.title().number()));
    }

    private int borrowers(int title) {
        return neighbours.marginals(Scope.CONSORTIUM).borrowers(title);
    }

    private static Question ask(int limit) {
        return new Question(null, Scope.CONSORTIUM, false, Set.of(), limit);
    }

    private static List<Integer> numbers(Answer answer) {
        return answer.suggestions().stream()
                .map(suggestion -> suggestion.title().number())
                .toList();
    }

    private static int rank(Answer answer, int title) {
        return numbers(answer).indexOf(title);
    }

    @Test
    void everyTitleShownHasARecord() {
        assertThat(suggester.forTitle(TinyLibrary.EVENINGS, ask(100)).suggestions())
                .allSatisfy(
                        suggestion ->
                                assertThat(suggestion.title().shownIn(null))
                                        .map(TitleRecord::id)
                                        .isPresent());
    }
}
