package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Retention;
import org.leeswijzer.engine.model.Keeping;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.works.Languages;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDesk;
import org.leeswijzer.engine.works.WorkRefusal;

/** Which records are one work, what is counted of it, and what staff can do about it. */
class EngineWorksTest {
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");
    private static final String ISBN = "9789028424265";
    private static final int DAY = 20_000;
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    @TempDir private Path folder;
    private Engine engine;
    private int loans;

    @BeforeEach
    void open() {
        open(Languages.APART);
    }

    private void open(Languages languages) {
        engine =
                Engine.openAtRest(
                        new EngineSettings(
                                folder.resolve("store"),
                                folder.resolve("secrets"),
                                3,
                                Retention.of(OptionalInt.empty()),
                                1,
                                Keeping.DEFAULT,
                                languages),
                        CLOCK);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void reopen(Languages languages) {
        engine.close();
        open(languages);
    }

    @Test
    void aFilmAndABookStayApartWithTheSameNameWorkAndIsbn() {
        see(
                record(NOORD, "book").isbn(ISBN).work("w").media(MediaType.BOOK),
                record(NOORD, "film").isbn(ISBN).work("w").media(MediaType.FILM));
        assertThat(isOneWork("noord/book", "noord/film")).isFalse();
    }

    @Test
    void anAudiobookAndAnEbookAreTheWorkAndTheirBorrowersCountOnce() {
        see(
                record(NOORD, "paper").media(MediaType.BOOK),
                record(NOORD, "spoken").media(MediaType.AUDIOBOOK),
                record(ZUID, "screen").media(MediaType.EBOOK));
        borrow(NOORD, "paper", 1, 2);
        borrow(NOORD, "spoken", 2, 3);
        borrow(ZUID, "screen", 1);
        assertThat(isOneWork("noord/paper", "noord/spoken")).isTrue();
        assertThat(borrowers(NOORD, "paper")).hasValue(3);
        assertThat(borrowers(null, "spoken")).hasValue(4);
        assertThat(engine.catalogue().title(number("noord/spoken")).shownIn(NOORD))
                .map(TitleRecord::id)
                .hasValue("paper");
        assertThat(engine.catalogue().title(number("noord/spoken")).shownIn(ZUID))
                .map(TitleRecord::id)
                .hasValue("screen");
    }

    @Test
    void translationsAreApartUnlessTheSettingSaysTogether() {
        see(
                record(NOORD, "dutch").work("w").language("dut"),
                record(NOORD, "english").name("Other").work("w").language("eng"),
                record(ZUID, "dutch").work("w").language("dut"));
        assertThat(isOneWork("noord/dutch", "zuid/dutch")).isTrue();
        assertThat(isOneWork("noord/dutch", "noord/english")).isFalse();
        reopen(Languages.TOGETHER);
        assertThat(isOneWork("noord/dutch", "noord/english")).isTrue();
        reopen(Languages.APART);
        assertThat(isOneWork("noord/dutch", "noord/english")).isFalse();
    }

    @Test
    void aRecordWithoutALanguageGoesWithTheOnlyOneThereIs() {
        see(record(NOORD, "a").language("dut"), record(ZUID, "b").language(""));
        assertThat(isOneWork("noord/a", "zuid/b")).isTrue();
        see(record(ZUID, "c").language("eng"));
        assertThat(isOneWork("noord/a", "zuid/b")).isFalse();
        assertThat(isOneWork("zuid/c", "zuid/b")).isFalse();
    }

    @Test
    void poemsOfTwoAuthorsOrOfOneAreNotJoinedByTheirName() {
        see(
                record(NOORD, "a").name("Poems").author("Ida Gerhardt"),
                record(ZUID, "b").name("Poems").author("Emily Dickinson"),
                record(ZUID, "c").name("Poems").author("Emily Dickinson"),
                record(NOORD, "d").name("Water").author(""),
                record(ZUID, "e").name("Water").author(""));
        assertThat(engine.statistics().titles()).isEqualTo(5);
    }

    @Test
    void namesAreComparedWithoutCaseMarksAndTheOrderOfTheAuthorsNames() {
        see(
                record(NOORD, "a").name("De Ontdekking!").author("Couperus, Louis"),
                record(ZUID, "b").name("de ontdekking").author("Louis Couperus"));
        assertThat(isOneWork("noord/a", "zuid/b")).isTrue();
    }

    @Test
    void anIsbnThatWasPrintedOnTwoBooksJoinsNothing() {
        see(
                record(NOORD, "a").name("Koken").author("Jan Kok").isbn(ISBN),
                record(ZUID, "b").name("Sterren").author("Eva Ster").isbn(ISBN));
        assertThat(isOneWork("noord/a", "zuid/b")).isFalse();
        assertThat(engine.catalogue().find(ZUID, ISBN)).hasValue(number("zuid/b"));
        assertThat(engine.catalogue().find(NOORD, ISBN)).hasValue(number("noord/a"));
    }

    @Test
    void theIsbnOfASetDoesNotMakeItsVolumesOne() {
        see(
                record(NOORD, "1").name("De twee torens").isbn(ISBN),
                record(NOORD, "2").name("De terugkeer").isbn(ISBN));
        assertThat(isOneWork("noord/1", "noord/2")).isFalse();
    }

    @Test
    void anIsbnJoinsAShortTitleAndALongOne() {
        see(
                record(NOORD, "a").name("Max Havelaar").author("").isbn(ISBN),
                record(ZUID, "b").name("Max Havelaar, of De koffieveilingen").isbn(ISBN));
        assertThat(isOneWork("noord/a", "zuid/b")).isTrue();
        assertThat(engine.catalogue().find(null, ISBN)).hasValue(number("zuid/b"));
    }

    @Test
    void aCorrectedRecordTakesItsLoansToItsOwnWork() {
        see(record(NOORD, "a").work("w"), record(ZUID, "b").work("w"));
        borrow(NOORD, "a", 1, 2, 3);
        borrow(ZUID, "b", 1, 2, 3, 4);
        assertThat(borrowers(null, "a")).hasValue(7);
        see(record(ZUID, "b").name("Another").work("x"));
        assertThat(borrowers(NOORD, "a")).hasValue(3);
        assertThat(engine.borrowers(null, number("zuid/b"))).hasValue(4);
    }

    @Test
    void whatStaffMergedStaysSoAfterAReimportAndARestart() {
        see(record(NOORD, "a").name("One"), record(ZUID, "b").name("Two"));
        borrow(NOORD, "a", 1, 2, 3);
        borrow(ZUID, "b", 1, 2, 3);
        decide(engine.workDesk().merge(records("noord/a", "zuid/b"), "anna", "one novel"));
        assertThat(borrowers(null, "a")).hasValue(6);
        see(record(NOORD, "a").name("One, anew"), record(ZUID, "b").name("Two, anew"));
        reopen(Languages.APART);
        assertThat(isOneWork("noord/a", "zuid/b")).isTrue();
        assertThat(borrowers(null, "a")).hasValue(6);
        WorkDecision made = engine.workDesk().decisions().get(0);
        assertThat(made.by()).isEqualTo("anna");
        assertThat(made.at()).isEqualTo(CLOCK.instant());
        decide(engine.workDesk().undo(made.id(), "bert", "two after all"));
        assertThat(isOneWork("noord/a", "zuid/b")).isFalse();
        assertThat(borrowers(null, "a")).hasValue(3);
    }

    @Test
    void whatStaffSplitStaysSoAfterAReimportAndIsNoLongerTheSameWork() {
        see(record(NOORD, "a").work("w"), record(ZUID, "b").work("w"), record(ZUID, "c").work("w"));
        decide(engine.workDesk().split(records("zuid/b"), "anna", "a play of that name"));
        see(record(ZUID, "b").work("w").isbn(ISBN), record(NOORD, "a").work("w").isbn(ISBN));
        assertThat(isOneWork("noord/a", "zuid/b")).isFalse();
        assertThat(isOneWork("noord/a", "zuid/c")).isTrue();
        assertThat(engine.catalogue().title(number("zuid/b")).splitOff()).isTrue();
        reopen(Languages.APART);
        assertThat(isOneWork("noord/a", "zuid/b")).isFalse();
        assertThat(engine.catalogue().title(number("zuid/b")).splitOff()).isTrue();
    }

    @Test
    void aDecisionOnARecordThatIsNotThereYetWaitsForIt() {
        see(record(NOORD, "a").name("One"), record(ZUID, "b").name("Two"));
        WorkDesk.Proposal merge =
                engine.workDesk().merge(records("noord/a", "zuid/b"), "anna", "one novel");
        engine.close();
        folder = folder.resolve("replica");
        open();
        decide(merge);
        see(record(ZUID, "b").name("Two"));
        see(record(NOORD, "a").name("One"));
        assertThat(isOneWork("noord/a", "zuid/b")).isTrue();
    }

    @Test
    void aLaterDecisionOverrulesAndSaysSo() {
        see(record(NOORD, "a").work("w"), record(ZUID, "b").work("w"));
        WorkDesk.Proposal split = engine.workDesk().split(records("zuid/b"), "anna", "a play");
        decide(split);
        WorkDesk.Proposal merge =
                engine.workDesk().merge(records("noord/a", "zuid/b"), "bert", "no play");
        assertThat(merge.overrules()).containsExactly(split.decision());
    }

    @Test
    void whatCannotBeDecidedIsRefusedByName() {
        see(
                record(NOORD, "book"),
                record(NOORD, "film").media(MediaType.FILM),
                record(ZUID, "b").name("Two"));
        WorkDesk desk = engine.workDesk();
        assertThatThrownBy(() -> desk.merge(records("noord/book", "noord/film"), "anna", "why"))
                .isInstanceOf(WorkRefusal.class)
                .hasMessage(
                        "book of noord is book and film of noord is film, which are never one work: leave one out");
        assertThatThrownBy(() -> desk.merge(records("noord/book", "noord/none"), "anna", "why"))
                .isInstanceOf(WorkRefusal.class)
                .hasMessageContaining("'none' of noord, which no catalogue describes");
        assertThatThrownBy(() -> desk.split(records("zuid/b"), "anna", "why"))
                .hasMessageContaining("there is nothing to split");
        assertThatThrownBy(() -> desk.undo("d", "anna", "why"))
                .hasMessageContaining("decision is 'd', which nobody made");
    }

    @Test
    void aMergeTakesWhatItMovesOutOfEveryVersionAndAnErasureWhatItCounts() {
        see(record(NOORD, "a").name("One"), record(NOORD, "b").name("Two"), record(NOORD, "c"));
        borrow(NOORD, "a", 1, 2, 3, 4);
        borrow(NOORD, "c", 1, 2, 3, 4, 5, 6);
        borrow(NOORD, "b", 4, 5, 6, 1);
        borrow(NOORD, "z", 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
        engine.retrain(Progress.SILENT);
        engine.retrain(Progress.SILENT);
        int b = number("noord/b");
        assertThat(both(1, "c")).isNotEmpty();
        assertThat(engine.models().neighbours(1, Scope.CONSORTIUM, b)).isNotEmpty();
        decide(engine.workDesk().merge(records("noord/a", "noord/b"), "anna", "one novel"));
        assertThat(engine.models().neighbours(1, Scope.CONSORTIUM, b)).isEmpty();
        assertThat(engine.models().neighbours(1, Scope.CONSORTIUM, number("noord/c")))
                .extracting(Neighbour::title)
                .containsExactly(number("noord/a"));
        assertThat(borrowers(null, "a")).hasValue(6);
        engine.sweep(Progress.SILENT);
        assertThat(both(2, "c")).containsExactly(6);
        engine.models().publish(1, "anna", "as it was");
        assertThat(both(1, "c")).containsExactly(4);
        engine.accept(
                EventBatch.of(
                        List.of(new PatronErased(NOORD, new PatronKey(1, 1), CLOCK.instant()))));
        engine.accept(
                EventBatch.of(
                        List.of(new PatronErased(NOORD, new PatronKey(1, 5), CLOCK.instant()))));
        assertThat(both(1, "c")).isEmpty();
        assertThat(both(2, "c")).containsExactly(4);
    }

    @Test
    void aPatronIsToldOfTheirOwnEditionAndNotOfItsWork() {
        see(record(NOORD, "a").name("One"), record(NOORD, "b").name("Two"));
        borrow(NOORD, "b", 1);
        borrow(NOORD, "unseen", 1);
        decide(engine.workDesk().merge(records("noord/a", "noord/b"), "anna", "one novel"));
        List<Integer> editions =
                engine.privacy().held(NOORD, new PatronKey(1, 1)).loans().stream()
                        .map(loan -> loan.edition().orElseThrow())
                        .toList();
        assertThat(editions.stream().map(each -> engine.privacy().recordsOf(NOORD, each)))
                .containsExactly(List.of("b"), List.of("unseen"));
        assertThat(engine.privacy().edition(editions.get(0)).description())
                .hasValueSatisfying(
                        description -> assertThat(description.title()).isEqualTo("Two"));
    }

    @Test
    void anEditionLeftOutOfALongHistoryComesInWithTheNumberOfItsWork() {
        see(record(NOORD, "first").name("First"), record(NOORD, "last").name("Last"));
        List<LibraryEvent> events = new ArrayList<>();
        for (int patron = 1; patron <= 3; patron++) {
            for (int title = 0; title < 499; title++) {
                events.add(loan(NOORD, "t%03d".formatted(title), patron, DAY));
            }
            events.add(loan(NOORD, "t500", patron, DAY));
        }
        engine.accept(EventBatch.of(events));
        see(record(NOORD, "late").name("Late"));
        borrow(NOORD, "late", 1, 2, 3);
        assertThat(borrowers(NOORD, "late")).isEmpty();
        decide(engine.workDesk().merge(records("noord/first", "noord/late"), "anna", "why not"));
        assertThat(borrowers(NOORD, "late")).hasValue(3);
        assertThat(borrowers(NOORD, "t500")).isEmpty();
        see(record(NOORD, "later").name("Later"));
        borrow(NOORD, "later", 1, 2, 3);
        assertThat(borrowers(NOORD, "later")).isEmpty();
        decide(engine.workDesk().merge(records("noord/last", "noord/later"), "anna", "why not"));
        assertThat(borrowers(NOORD, "later")).hasValue(3);
        assertThat(borrowers(NOORD, "t498")).isEmpty();
    }

    private List<Integer> both(int version, String id) {
        return engine.models().neighbours(version, Scope.CONSORTIUM, number("noord/" + id)).stream()
                .map(Neighbour::both)
                .toList();
    }

    private void decide(WorkDesk.Proposal proposal) {
        engine.accept(EventBatch.of(List.of(new WorkDecided(proposal.decision()))));
    }

    private static List<RecordId> records(String... names) {
        return Arrays.stream(names).map(EngineWorksTest::record).toList();
    }

    private static RecordId record(String name) {
        int slash = name.indexOf('/');
        return new RecordId(new Library(name.substring(0, slash)), name.substring(slash + 1));
    }

    private int number(String name) {
        RecordId record = record(name);
        return engine.catalogue().find(record.library(), record.id()).orElseThrow();
    }

    private boolean isOneWork(String a, String b) {
        return number(a) == number(b);
    }

    private OptionalInt borrowers(Library library, String id) {
        return engine.borrowers(library, engine.catalogue().find(library, id).orElseThrow());
    }

    private void borrow(Library library, String id, int... patrons) {
        engine.accept(
                EventBatch.of(
                        Arrays.stream(patrons)
                                .mapToObj(patron -> loan(library, id, patron, DAY))
                                .toList()));
    }

    private LibraryEvent loan(Library library, String id, int patron, int day) {
        return new LoanMade(
                library,
                new LoanKey(0, loans++),
                new PatronKey(1, patron),
                new Borrowed.OfTitle(id),
                day);
    }

    private void see(Draft... records) {
        engine.accept(
                EventBatch.of(
                        Arrays.stream(records)
                                .map(draft -> (LibraryEvent) new TitleSeen(draft.record()))
                                .toList()));
    }

    private static Draft record(Library library, String id) {
        return new Draft(library, id, "A novel", "An Author", null, "", "dut", MediaType.BOOK);
    }

    /** A record whose fields are given one by one. */
    private record Draft(
            Library library,
            String id,
            String name,
            String author,
            String work,
            String isbn,
            String language,
            MediaType media) {
        Draft name(String other) {
            return new Draft(library, id, other, author, work, isbn, language, media);
        }

        Draft author(String other) {
            return new Draft(library, id, name, other, work, isbn, language, media);
        }

        Draft work(String other) {
            return new Draft(library, id, name, author, other, isbn, language, media);
        }

        Draft isbn(String other) {
            return new Draft(library, id, name, author, work, other, language, media);
        }

        Draft language(String other) {
            return new Draft(library, id, name, author, work, isbn, other, media);
        }

        Draft media(MediaType other) {
            return new Draft(library, id, name, author, work, isbn, language, other);
        }

        TitleRecord record() {
            Description description =
                    new Description(
                            name,
                            author.isEmpty() ? List.of() : List.of(author),
                            isbn.isEmpty() ? List.of() : List.of(new Isbn(isbn)),
                            List.of(),
                            List.of(),
                            language,
                            media,
                            Audience.ADULT,
                            2001);
            return new TitleRecord(library, id, null, work, description, false);
        }
    }
}
