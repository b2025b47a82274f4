package org.leeswijzer.engine.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KinshipIndexTest {
    /*
     *  0 Max Havelaar          Multatuli                 colonies, Java
     *  1 Ideën                 Multatuli                 philosophy
     *  2 De stranger           Albert Camus              philosophy
     *  3 La peste              Camus, Albert, 1913-1960  epidemics
     *  4 Blindness             Saramago                  Epidemics.
     *  5 The hobbit            Tolkien                   fantasy           Middle-earth
     *  6 The silmarillion      C. Tolkien                fantasy           Middle-earth
     *  7 (only loans name it)
     *  8 Cats of Java          Poe                       animals
     */
    private static final List<String> NOTHING = List.of();
    private final Shelf shelf = new Shelf();
    private final KinshipIndex kinship;

    KinshipIndexTest() {
        shelf.add("Max Havelaar", "Multatuli", "Colonies", "Java");
        shelf.add("Ideën", "Multatuli", "Philosophy");
        shelf.add("De stranger", "Albert Camus", "Philosophy");
        shelf.add("La peste", "Camus, Albert, 1913-1960.", "Epidemics");
        shelf.add("Blindness", "Saramago, José", "EPIDEMICS.");
        List<String> fantasy = List.of("Fantasy");
        List<String> middleEarth = List.of("Middle-earth");
        shelf.add("The hobbit", List.of("Tolkien, J.R.R."), fantasy, middleEarth);
        shelf.add("The silmarillion", List.of("Tolkien, C."), fantasy, middleEarth);
        shelf.addUnknown();
        shelf.add("Cats of Java", "Poe", "Animals");
        kinship = KinshipIndex.build(shelf, 2);
    }

    @Test
    void findsTheSameAuthorHoweverTheNameIsWritten() {
        assertThat(kinship.of(2)).extracting(Kin::title).startsWith(3);
        assertThat(kinship.shared(2, 3))
                .contains(new Shared(Shared.Kind.AUTHOR, "Camus, Albert, 1913-1960."));
        assertThat(kinship.shared(3, 2)).contains(new Shared(Shared.Kind.AUTHOR, "Albert Camus"));
    }

    @Test
    void findsTheSameSubjectHoweverItIsWritten() {
        assertThat(kinship.of(3)).extracting(Kin::title).containsExactly(2, 4);
        assertThat(kinship.shared(3, 4)).contains(new Shared(Shared.Kind.SUBJECT, "EPIDEMICS."));
    }

    @Test
    void namesTheSeriesBeforeTheSubject() {
        assertThat(kinship.shared(5, 6)).contains(new Shared(Shared.Kind.SERIES, "Middle-earth"));
    }

    @Test
    void namesTheRarestOfTheSharedSubjects() {
        int a = shelf.add("One", NOTHING, List.of("Fantasy", "Dragons"), NOTHING);
        int b = shelf.add("Two", NOTHING, List.of("Fantasy", "dragons"), NOTHING);
        assertThat(KinshipIndex.build(shelf, 1).shared(a, b))
                .contains(new Shared(Shared.Kind.SUBJECT, "dragons"));
    }

    @Test
    void namesWordsWhereNothingElseIsShared() {
        int a = shelf.add("The cats and mice of Java", NOTHING, NOTHING, NOTHING);
        assertThat(KinshipIndex.build(shelf, 1).shared(a, 8))
                .contains(new Shared(Shared.Kind.WORDS, "cats, java"));
        int b = shelf.add("Soep", NOTHING, List.of("Cooking, Dutch"), NOTHING);
        int c = shelf.add("Brood", NOTHING, List.of("Cooking, French"), NOTHING);
        assertThat(KinshipIndex.build(shelf, 1).shared(b, c))
                .contains(new Shared(Shared.Kind.WORDS, "cooking"));
    }

    @Test
    void wordsOfTitlesAndOfSubjectsAreNotTheSame() {
        assertThat(kinship.of(8)).isEmpty();
        assertThat(kinship.shared(0, 8)).isEmpty();
    }

    @Test
    void stopwordsMakeNoKin() {
        assertThat(kinship.of(6)).extracting(Kin::title).containsExactly(5);
    }

    @Test
    void whatOnlyLoansHaveNamedHasNoKin() {
        assertThat(kinship.of(7)).isEmpty();
        assertThat(kinship.shared(7, 7)).isEmpty();
    }

    @Test
    void whatTheCatalogueDidNotHaveHasNoKin() {
        assertThat(kinship.size()).isEqualTo(9);
        assertThat(kinship.of(9)).isEmpty();
        assertThat(kinship.of(-1)).isEmpty();
        assertThat(kinship.shared(0, 9)).isEmpty();
        assertThat(kinship.shared(-1, 0)).isEmpty();
    }

    @Test
    void twoTitlesAloneInALibraryCanBeKin() {
        Shelf small = new Shelf();
        small.add("Emma", "Austen");
        small.add("Persuasion", "Austen");
        assertThat(KinshipIndex.build(small, 1).of(0)).extracting(Kin::title).containsExactly(1);
    }

    @Test
    void twinsScoreOneAndTheHundredOfLowestNumberAreKept() {
        Shelf twins = new Shelf();
        for (int i = 0; i < 150; i++) {
            twins.add("Twin", "Same");
        }
        List<Kin> kin = KinshipIndex.build(twins, 2).of(50);
        assertThat(kin).hasSize(100).allMatch(each -> each.score() == 1f);
        assertThat(kin.get(50)).isEqualTo(new Kin(51, 1));
        assertThat(kin.get(99)).isEqualTo(new Kin(100, 1));
    }

    @Test
    void aLowerNumberThatIsFoundLaterWinsATie() {
        Shelf ties = new Shelf();
        ties.add("Alpha beta", List.of(), List.of(), List.of());
        for (int i = 1; i <= 200; i++) {
            ties.add(i <= 100 ? "Beta" : "Alpha", List.of(), List.of(), List.of());
        }
        assertThat(KinshipIndex.build(ties, 1).of(0))
                .extracting(Kin::title)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void answersTheSameWhenAskedAgain() {
        assertThat(kinship.of(2)).isSameAs(kinship.of(2));
    }

    @Test
    void isItselfWhereNothingChanged() {
        assertThat(kinship.refreshed(shelf, 2)).isSameAs(kinship);
    }
}
