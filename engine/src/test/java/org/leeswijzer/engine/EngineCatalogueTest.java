package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;

/** Which records become one title, and by which ids it is found. */
class EngineCatalogueTest {
    private static final Library NOORD = new Library("noord");
    private static final Library ZUID = new Library("zuid");
    private static final String ISBN = "9789028424265";
    private static final String OTHER_ISBN = "9780804429573";

    @TempDir private Path folder;
    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.openAtRest(EngineSettings.in(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void recordsThatShareAnIsbnAreOneTitleAndFoundByEveryId() {
        see(
                record(NOORD, "n1", "h1", null, MediaType.BOOK, ISBN),
                record(ZUID, "z1", null, "w1", MediaType.BOOK, ISBN, OTHER_ISBN));
        assertThat(engine.statistics().titles()).isEqualTo(1);
        for (String id : List.of("n1", "h1", "z1", "w1", ISBN, "90-284-2426-1", OTHER_ISBN)) {
            assertThat(engine.catalogue().find(null, id)).as(id).hasValue(0);
        }
        assertThat(engine.catalogue().find(ZUID, "n1")).isEmpty();
        assertThat(engine.catalogue().find(null, "n2")).isEmpty();
    }

    @Test
    void aFilmAndABookAreTwoTitlesThoughTheyShareAWork() {
        see(
                record(NOORD, "book", null, "w1", MediaType.BOOK),
                record(NOORD, "film", null, "w1", MediaType.FILM));
        assertThat(engine.statistics().titles()).isEqualTo(2);
    }

    @Test
    void aTitleSaysTheSameInWhateverOrderItsRecordsCame() {
        see(
                record(ZUID, "z1", null, "w1", MediaType.BOOK, OTHER_ISBN),
                record(NOORD, "n1", null, "w1", MediaType.BOOK, ISBN));
        Title title = engine.catalogue().title(0);
        assertThat(title.description().orElseThrow().title()).isEqualTo("A title, in full");
        assertThat(title.description().orElseThrow().isbns())
                .extracting(Isbn::digits)
                .containsExactly(OTHER_ISBN, ISBN);
    }

    @Test
    void aRecordThatIsGoneIsShownNoMoreButFound() {
        see(
                record(NOORD, "n1", null, "w1", MediaType.BOOK),
                record(ZUID, "z1", null, "w1", MediaType.BOOK));
        engine.accept(
                EventBatch.of(
                        List.of(new TitleGone(NOORD, "n1"), new TitleGone(NOORD, "unknown"))));
        Title title = engine.catalogue().title(engine.catalogue().find(NOORD, "n1").orElseThrow());
        assertThat(title.heldBy(NOORD)).isFalse();
        assertThat(title.shownIn(null)).map(TitleRecord::id).hasValue("z1");
    }

    @Test
    void anIsbnThatARecordNoLongerHasNoLongerFindsIt() {
        see(record(NOORD, "n1", null, null, MediaType.BOOK, ISBN));
        see(record(NOORD, "n1", null, null, MediaType.BOOK, OTHER_ISBN));
        assertThat(engine.catalogue().find(null, ISBN)).isEmpty();
        assertThat(engine.catalogue().find(null, OTHER_ISBN)).hasValue(0);
    }

    @Test
    void anIsbnFindsTheRecordThatStillHasIt() {
        see(
                record(NOORD, "n1", null, null, MediaType.BOOK, ISBN),
                record(ZUID, "z1", null, null, MediaType.BOOK, ISBN));
        see(record(NOORD, "n1", null, null, MediaType.BOOK));
        assertThat(engine.catalogue().find(null, ISBN))
                .isEqualTo(engine.catalogue().find(ZUID, "z1"))
                .isPresent();
    }

    @Test
    void theCatalogueIsTheSameAfterARestart() {
        see(
                record(NOORD, "n1", "h1", "w1", MediaType.BOOK, ISBN),
                record(ZUID, "z1", null, null, MediaType.MUSIC));
        List<Title> before = titles();
        engine.close();
        open();
        assertThat(titles()).isEqualTo(before);
        assertThat(engine.libraries()).containsExactly(NOORD, ZUID);
        assertThat(engine.statistics().describedTitles()).isEqualTo(2);
    }

    private List<Title> titles() {
        return Stream.iterate(0, n -> n + 1)
                .limit(engine.catalogue().size())
                .map(engine.catalogue()::title)
                .toList();
    }

    private void see(TitleRecord... records) {
        engine.accept(EventBatch.of(Arrays.stream(records).map(TitleSeen::new).toList()));
    }

    private static TitleRecord record(
            Library library,
            String id,
            String hrid,
            String work,
            MediaType media,
            String... isbns) {
        Description description =
                new Description(
                        library.equals(NOORD) ? "A title, in full" : "A title",
                        List.of("Author"),
                        Arrays.stream(isbns).map(Isbn::new).toList(),
                        List.of(),
                        List.of(),
                        "dut",
                        media,
                        Audience.ADULT,
                        2001);
        return new TitleRecord(library, id, hrid, work, description, false);
    }
}
