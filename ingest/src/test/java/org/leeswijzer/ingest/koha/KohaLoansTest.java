package org.leeswijzer.ingest.koha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.day;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.MemorySink;
import org.leeswijzer.ingest.SampleFiles;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Format;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.StoreTarget;

/** Files with the very columns and values of Koha. */
class KohaLoansTest {
    private final Secrets secrets = TestRecords.secrets();
    private final Pseudonymiser zwolle = secrets.pseudonymiser(ZWOLLE);
    private final MemorySink sink = new MemorySink();

    @TempDir private Path folder;

    @Test
    void readsIssuesByTitleAndSaysWhatItDrops() throws IOException {
        ImportReport report =
                run(SampleFiles.KOHA_ISSUES, new KohaOptions(Optional.empty(), Set.of("99")));
        assertThat(sink.events())
                .containsExactly(
                        loan("1001", PATRON, new Borrowed.OfTitle("21"), "2026-01-05"),
                        loan("1002", PATRON, new Borrowed.OfTitle("22"), "2026-01-05"),
                        loan("1003", "4712", new Borrowed.OfTitle("21"), "2026-02-05"));
        assertThat(report.dropped())
                .isEqualTo(
                        Map.of(
                                Cause.ANONYMOUS_LOAN, 1L,
                                Cause.ANONYMOUS_PATRON, 1L,
                                Cause.NOTHING_BORROWED, 1L));
        assertThat(report.lines()).isEqualTo(6);
        assertThat(report.bad()).isZero();
        assertThat(report.reading().recognised())
                .containsExactly(
                        "borrowernumber as patron",
                        "issuedate as loanedAt",
                        "issue_id as loanId",
                        "biblionumber as title",
                        "itemnumber as item");
    }

    @Test
    void countsOnlyIssuesAmongTransactions() throws IOException {
        ImportReport report = run(SampleFiles.KOHA_TRANSACTIONS, KohaOptions.NONE);
        assertThat(sink.events())
                .containsExactly(
                        loan(
                                "transaction 1",
                                "$2a$08$aaaaaaaaaaaaaaaaaaaaaO",
                                new Borrowed.OfItem("501"),
                                "2026-01-05"),
                        loan(
                                "transaction 4",
                                "$2a$08$bbbbbbbbbbbbbbbbbbbbbO",
                                new Borrowed.OfItem("502"),
                                "2026-01-06"));
        assertThat(report.dropped())
                .isEqualTo(Map.of(Cause.NOT_A_LOAN, 2L, Cause.NOTHING_BORROWED, 1L));
    }

    @Test
    void takesTheTitleFromAFileOfItemsAndLeavesUnknownItemsToTheCatalogue() throws IOException {
        Path items =
                Files.writeString(
                        folder.resolve("items.csv"),
                        "biblionumber,itemnumber\n21,501\nx\n22,NULL\n");
        ImportReport report =
                run(SampleFiles.KOHA_TRANSACTIONS, new KohaOptions(Optional.of(items), Set.of()));
        assertThat(sink.events())
                .map(LoanMade.class::cast)
                .map(LoanMade::borrowed)
                .containsExactly(new Borrowed.OfTitle("21"), new Borrowed.OfItem("502"));
        assertThat(report.reading().recognised())
                .contains(
                        "itemnumber as one of 1 items", "1 lines of the file of items not at all");
    }

    @Test
    void namesTheColumnOfAFileOfItemsThatIsNotThere() throws IOException {
        Path items = Files.writeString(folder.resolve("items.csv"), "itemnumber,barcode\n");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                run(
                                        SampleFiles.KOHA_TRANSACTIONS,
                                        new KohaOptions(Optional.of(items), Set.of())))
                .withMessageEndingWith(
                        "items.csv has no column biblionumber: give itemnumber and biblionumber");
    }

    @Test
    void isTheSameLoanInIssuesAndLaterInOldIssues() throws IOException {
        run(
                "issue_id,borrowernumber,itemnumber,issuedate,returndate\n7,1,501,2026-01-05 10:00:00,NULL\n",
                KohaOptions.NONE);
        run(
                "issue_id,borrowernumber,itemnumber,issuedate,returndate\n7,1,501,2026-01-05 10:00:00,2026-01-09 10:00:00\n",
                KohaOptions.NONE);
        List<LibraryEvent> events = sink.events();
        assertThat(events.get(0)).isEqualTo(events.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,%s,501,|line 2: issuedate is missing: give the day of the loan",
                "7,%s,501,0000-00-00 00:00:00|line 2: issuedate is not a date: write it as 2017-01-05 or 2017-01-05T12:42:21Z",
                "7,%s,501,2031-01-01 00:00:00|line 2: issuedate is in the future: check the clock and time zone of the source",
                "7,%s,501|line 2: value has 3 cells, not the 4 of the header: put quotes around cells with separators"
            })
    void namesTheColumnThatIsAtFaultAndNoPatron(String row, String problem) throws IOException {
        ImportReport report =
                run(
                        "issue_id,borrowernumber,itemnumber,issuedate\n%s\n"
                                .formatted(row.formatted(PATRON)),
                        KohaOptions.NONE);
        assertThat(report.firstProblems()).singleElement().hasToString(problem);
        assertThat(report.toString()).doesNotContain(PATRON);
    }

    @ParameterizedTest
    @CsvSource({
        "'borrowernumber,issuedate',itemnumber",
        "'borrowernumber,itemnumber',issuedate",
        "'itemnumber,issuedate',borrowernumber",
        "'hashed_borrowernumber,itemnumber,datetime',transaction_type"
    })
    void namesTheColumnThatIsNotThere(String header, String column) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(header + "\n", KohaOptions.NONE))
                .withMessageStartingWith(
                        "column '" + column + "' is not among those of the first line");
    }

    private LoanMade loan(String id, String patron, Borrowed borrowed, String on) {
        return new LoanMade(ZWOLLE, zwolle.loan(id), zwolle.patron(patron), borrowed, day(on));
    }

    private ImportReport run(String csv, KohaOptions options) throws IOException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        ImportPlan plan =
                ImportPlan.of(Kind.LOANS, Optional.of(ZWOLLE)).in(Format.KOHA).with(options);
        try (SourceFile file = SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes));
                StoreTarget target = new StoreTarget(sink.bulkLoad())) {
            return new Importer(plan, secrets, CLOCK).run(file, target, Progress.SILENT);
        }
    }
}
