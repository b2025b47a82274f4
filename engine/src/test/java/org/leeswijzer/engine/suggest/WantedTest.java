package org.leeswijzer.engine.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.Scope;

class WantedTest {
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");

    /** One work: a Dutch book and an audiobook without a year in the north, an English e-book in the south. */
    private static final Title WORK =
            new Title(
                    0,
                    List.of(
                            record(NOORD, "book", MediaType.BOOK, "dut", 1947),
                            record(NOORD, "spoken", MediaType.AUDIOBOOK, "dut", null),
                            record(ZUID, "screen", MediaType.EBOOK, "eng", 2018)));

    private static TitleRecord record(
            Library library, String id, MediaType type, String language, @Nullable Integer year) {
        Description description =
                new Description(
                        "De avonden",
                        List.of("Gerard Reve"),
                        List.of(),
                        List.of(),
                        List.of(),
                        language,
                        type,
                        Audience.ADULT,
                        year);
        return new TitleRecord(library, id, null, null, description, false);
    }

    private static String shown(@Nullable Library library, boolean onlyHeld, Wanted wanted) {
        return new Question(library, Scope.CONSORTIUM, onlyHeld, Set.of(), 10)
                .only(wanted)
                .shown(WORK, new OneSpokenCopy())
                .map(TitleRecord::id)
                .orElse("none");
    }

    /** Of all copies of the north the spoken one alone stands on its shelf; the south does not tell. */
    private static final class OneSpokenCopy implements Catalogue {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Title title(int number) {
            return WORK;
        }

        @Override
        public OptionalInt find(@Nullable Library library, String id) {
            return OptionalInt.of(0);
        }

        @Override
        public Copies copies(RecordId record) {
            return switch (record.id()) {
                case "book" -> new Copies(2, 0);
                case "spoken" -> new Copies(2, 1);
                default -> Copies.UNTOLD;
            };
        }
    }

    private static Wanted of(MediaType type) {
        return new Wanted(Set.of(type), Set.of(), Set.of(), null, null, false);
    }

    @Test
    void theEditionThatIsWantedIsTheOneThatIsShown() {
        assertThat(shown(NOORD, true, Wanted.ANYTHING)).isEqualTo("book");
        assertThat(shown(NOORD, true, of(MediaType.AUDIOBOOK))).isEqualTo("spoken");
        assertThat(shown(null, true, of(MediaType.EBOOK))).isEqualTo("screen");
    }

    @Test
    void whatTheLibraryDoesNotHoldInThatFormIsShownOnlyWhereThatIsAskedFor() {
        assertThat(shown(NOORD, true, of(MediaType.EBOOK))).isEqualTo("none");
        assertThat(shown(NOORD, false, of(MediaType.EBOOK))).isEqualTo("screen");
        assertThat(shown(NOORD, false, of(MediaType.FILM))).isEqualTo("none");
    }

    @Test
    void aYearThatNobodyTellsIsWithinNoBounds() {
        assertThat(shown(NOORD, true, years(null, 1950))).isEqualTo("book");
        assertThat(shown(NOORD, true, years(1947, 1947))).isEqualTo("book");
        assertThat(shown(NOORD, true, years(1948, null))).isEqualTo("none");
    }

    private static Wanted years(@Nullable Integer from, @Nullable Integer to) {
        return new Wanted(Set.of(), Set.of(), Set.of(), from, to, false);
    }

    @Test
    void theEditionThatCanBeTakenHomeIsTheOneThatIsShown() {
        Wanted available = new Wanted(Set.of(), Set.of(), Set.of(), null, null, true);
        assertThat(shown(NOORD, true, available)).isEqualTo("spoken");
        assertThat(shown(null, true, available)).isEqualTo("spoken");
        assertThat(shown(ZUID, true, available)).isEqualTo("none");
        assertThat(shown(ZUID, false, available)).isEqualTo("spoken");
        Wanted book = new Wanted(Set.of(MediaType.BOOK), Set.of(), Set.of(), null, null, true);
        assertThat(shown(NOORD, true, book)).isEqualTo("none");
    }

    @Test
    void boundsThatNoYearFitsAreRefused() {
        assertThatThrownBy(() -> years(2000, 1999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000")
                .hasMessageContaining("1999");
    }

    @Property
    void anAnswerHasThoseOfTheOpenQuestionThatAreWanted(@ForAll long seed) {
        for (Audience audience : Audience.values()) {
            Wanted wanted =
                    new Wanted(Set.of(), Set.of("dut"), Set.of(audience), null, null, false);
            Question open = new Question(null, Scope.CONSORTIUM, true, Set.of(), 100);
            MixedShelf shelf = new MixedShelf(new java.util.Random(seed));
            Filter all = new Filter(shelf, open, List.of(0));
            Filter some = new Filter(shelf, open.only(wanted), List.of(0));
            for (int title = 1; title < shelf.size(); title++) {
                Candidate candidate = new Candidate(title, 1, Basis.KINSHIP, 0, 0);
                boolean suits =
                        shelf.title(title).description().orElseThrow().audience() == audience;
                assertThat(some.accept(candidate).isPresent())
                        .isEqualTo(suits && all.accept(candidate).isPresent());
                assertThat(some.obstacle(title).isEmpty())
                        .isEqualTo(some.accept(candidate).isPresent());
            }
        }
    }
}
