package org.leeswijzer.ingest.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.day;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.MemorySink;
import org.leeswijzer.ingest.SampleFiles;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Format;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.StoreTarget;

/** Files as Huddersfield published theirs. */
class MosaicTest {
    private final Secrets secrets = TestRecords.secrets();
    private final MemorySink sink = new MemorySink();

    @Test
    void readsLoansByTheDayInUtc() throws IOException {
        run(Kind.LOANS, "1767657599\t21\t" + PATRON + "\n1767657600\t21\t" + PATRON + "\r\n");
        assertThat(sink.events())
                .map(LoanMade.class::cast)
                .map(LoanMade::day)
                .containsExactly(day("2026-01-05"), day("2026-01-06"));
        LoanMade first = (LoanMade) sink.events().get(0);
        assertThat(first.patron()).isEqualTo(secrets.pseudonymiser(ZWOLLE).patron(PATRON));
        assertThat(first.borrowed()).isEqualTo(new Borrowed.OfTitle("21"));
    }

    @Test
    void isTheSameLoanTwiceWhereALineComesTwice() throws IOException {
        run(Kind.LOANS, "1767616941\t21\t1\n1767616999\t21\t1\n1767616941\t21\t2\n");
        List<LoanMade> loans = sink.events().stream().map(LoanMade.class::cast).toList();
        assertThat(loans.get(0)).isEqualTo(loans.get(1));
        assertThat(loans.get(2).loan()).isNotEqualTo(loans.get(0).loan());
    }

    @Test
    void readsTitlesPastAHeader() throws IOException {
        ImportReport report =
                run(
                        Kind.TITLES,
                        "item_id\tisbns\ttitle\tauthors\tpublisher\tyear\turl\n"
                                + SampleFiles.MOSAIC_TITLES);
        assertThat(report.isbnsLeftOut()).isEqualTo(1);
        assertThat(sink.events())
                .map(TitleSeen.class::cast)
                .map(seen -> seen.title().description())
                .containsExactly(
                        new Description(
                                "Max Havelaar",
                                List.of("Multatuli", "Stuiveling, Garmt"),
                                List.of(new Isbn("9789028424265")),
                                List.of(),
                                List.of(),
                                "",
                                MediaType.BOOK,
                                Audience.UNKNOWN,
                                1860),
                        new Description(
                                "The \"quiet\" force",
                                List.of("Couperus, Louis"),
                                List.of(),
                                List.of(),
                                List.of(),
                                "",
                                MediaType.BOOK,
                                Audience.UNKNOWN,
                                1900));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOANS|yesterday,21,u|line 1: timestamp is not a time: give seconds since 1970-01-01T00:00:00Z",
                "LOANS|999999999999,21,u|line 1: timestamp is in the future: check the clock and time zone of the source",
                "LOANS|-99999999999,21,u|line 1: timestamp is before the year 1: give the day of the loan",
                "LOANS|1767616941,21|line 1: value has 2 cells: give timestamp, item id, user id with tabs between",
                "LOANS|1767616941,21,|line 1: user id is not an id: give 1 to 200 characters, not blank, without control characters",
                "TITLES|21,,,A|line 1: title is missing: give the title's name"
            })
    void namesTheCellThatIsAtFault(Kind kind, String row, String problem) throws IOException {
        assertThat(run(kind, row.replace(',', '\t') + "\n").firstProblems())
                .singleElement()
                .hasToString(problem);
    }

    private ImportReport run(Kind kind, String text) throws IOException {
        ImportPlan plan = ImportPlan.of(kind, Optional.of(ZWOLLE)).in(Format.MOSAIC);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (SourceFile file = SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes));
                StoreTarget target = new StoreTarget(sink.bulkLoad())) {
            return new Importer(plan, secrets, CLOCK).run(file, target, Progress.SILENT);
        }
    }
}
