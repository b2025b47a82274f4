package org.leeswijzer.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.day;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.MemorySink;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.ImportReport.Reading;

class ImporterTest {
    private static final String LOAN =
            "{\"library\":\"zwolle\",\"loanId\":\"%d\",\"patron\":\""
                    + PATRON
                    + "\",\"title\":\"b\",\"loanedAt\":\"2025-03-01\"}\n";

    @TempDir Path folder;
    private final Secrets secrets = TestRecords.secrets();
    private final MemorySink sink = new MemorySink();

    @Test
    void importsJsonLinesAndGoesOnAfterBadOnes() throws IOException {
        String lines =
                LOAN.formatted(1)
                        + "\n{broken\n\r\n"
                        + LOAN.formatted(2).replace("2025-03-01", PATRON)
                        + LOAN.formatted(3).stripTrailing();
        ImportReport report =
                run(Kind.LOANS, Columns.BY_NAME, lines.getBytes(StandardCharsets.UTF_8));
        assertThat(report)
                .isEqualTo(
                        new ImportReport(
                                4,
                                2,
                                2,
                                0,
                                List.of(
                                        new ImportProblem(
                                                3,
                                                "value",
                                                "is not JSON from character 2: give one whole object"),
                                        new ImportProblem(
                                                5,
                                                "loanedAt",
                                                "is not a date: write it as 2017-01-05 or 2017-01-05T12:42:21Z")),
                                Map.of(),
                                new Reading(
                                        Format.JSONL,
                                        "line",
                                        List.of("the fields of the neutral format"))));
        assertThat(report.firstProblems().get(0))
                .hasToString("line 3: value is not JSON from character 2: give one whole object");
        assertThat(sink.events()).hasSize(2);
    }

    @Test
    void readsGzipWithAByteOrderMark() throws IOException {
        byte[] plain = ("\uFEFF" + LOAN.formatted(1)).getBytes(StandardCharsets.UTF_8);
        assertThat(run(Kind.LOANS, Columns.BY_NAME, gzip(plain)).published()).isEqualTo(1);
        assertThat(run(Kind.LOANS, Columns.BY_NAME, plain).published()).isEqualTo(1);
    }

    @Test
    void saysHowFarAFileThatEndsEarlyWasRead() throws IOException {
        byte[] whole = gzip(LOAN.formatted(1).repeat(10_000).getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("loans.gz"), Arrays.copyOf(whole, whole.length / 2));
        try (SourceFile source = SourceFile.open(file)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> run(Kind.LOANS, Columns.BY_NAME, source, Progress.SILENT))
                    .withMessageMatching(".*loans.gz cannot be read beyond line \\d+: .*");
        }
        assertThat(sink.events()).isNotEmpty();
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream in =
                new ByteArrayInputStream(LOAN.formatted(1).getBytes(StandardCharsets.UTF_8));
        try (SourceFile source = SourceFile.open(SourceFile.STDIN, in)) {
            assertThat(run(Kind.LOANS, Columns.BY_NAME, source, Progress.SILENT).published())
                    .isEqualTo(1);
        }
    }

    @Test
    void mapsTheColumnsOfCsv() throws IOException {
        String csv =
                "t,u,i,note\r\n2025-03-01T10:00:00Z,007,b1,x\r\n,008,b1,\r\n\r\n2025-03-02,009,\"b,2\"\r\n";
        ImportReport report =
                run(
                        Kind.LOANS,
                        Columns.parse("patron=u, title=i,time=t"),
                        csv.getBytes(StandardCharsets.UTF_8));
        assertThat(report.lines()).isEqualTo(3);
        assertThat(report.firstProblems())
                .containsExactly(
                        new ImportProblem(3, "loanedAt", "is missing: give the day of the loan"));
        assertThat(sink.events())
                .map(LoanMade.class::cast)
                .map(LoanMade::patron)
                .containsExactly(
                        secrets.pseudonymiser(ZWOLLE).patron("007"),
                        secrets.pseudonymiser(ZWOLLE).patron("009"));
        assertThat(sink.events())
                .map(LoanMade.class::cast)
                .map(LoanMade::borrowed)
                .containsExactly(new Borrowed.OfTitle("b1"), new Borrowed.OfTitle("b,2"));
        assertThat(((LoanMade) sink.events().get(0)).day()).isEqualTo(day("2025-03-01"));
    }

    @Test
    void readsListsFlagsAndNumbersOutOfCsvCells() throws IOException {
        String csv =
                """
                id;title;authors;isbns;year;suppressed;items
                b1;"A ""quoted\""
                title";"Cool, J. ; Ice|X";9780306406157|12;1999;TRUE;i1|i2
                """;
        ImportReport report =
                run(Kind.TITLES, Columns.BY_NAME, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(report.published()).isEqualTo(1);
        assertThat(report.bad()).isZero();
        assertThat(report.isbnsLeftOut()).isEqualTo(1);
        assertThat(report.reading().recognised())
                .startsWith("id as id", "title as title")
                .endsWith("items as items");
        TitleSeen seen = (TitleSeen) sink.events().get(0);
        Description title = seen.title().description();
        assertThat(title.title()).isEqualTo("A \"quoted\"\ntitle");
        assertThat(title.authors()).containsExactly("Cool, J.", "Ice", "X");
        assertThat(title.isbns()).containsExactly(new Isbn("9780306406157"));
        assertThat(title.year()).isEqualTo(1999);
        assertThat(seen.title().suppressed()).isTrue();
        assertThat(sink.events())
                .endsWith(new ItemSeen(ZWOLLE, "i1", "b1"), new ItemSeen(ZWOLLE, "i2", "b1"));
    }

    @Test
    void readsHowCopiesStandOutOfCsv() throws IOException {
        String csv =
                """
                item,title,available
                i1,b1,TRUE
                i2,b1,false
                i3,b1,
                i4,b1,1
                """;
        ImportReport report =
                run(Kind.TITLES, Columns.BY_NAME, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(report.published()).isEqualTo(3);
        assertThat(report.firstProblems())
                .singleElement()
                .asString()
                .contains("available is a text: give true or false");
        assertThat(sink.events())
                .containsExactly(
                        new ItemSeen(ZWOLLE, "i1", "b1", true),
                        new ItemSeen(ZWOLLE, "i2", "b1", false),
                        new ItemSeen(ZWOLLE, "i3", "b1"));
    }

    @Test
    void losesOneLineToAStrayQuoteAndNotTheRest() throws IOException {
        StringBuilder csv = new StringBuilder("patron,title,loanedAt\n1,\"b,2025-03-01\n");
        csv.append("2,b,2025-03-01\n".repeat(500));
        ImportReport report =
                run(Kind.LOANS, Columns.BY_NAME, csv.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(report.bad()).isEqualTo(1);
        assertThat(report.firstProblems())
                .containsExactly(
                        new ImportProblem(
                                2,
                                "value",
                                "has a quote that does not end: write a quote in a cell twice"));
        assertThat(report.published()).isEqualTo(500);
    }

    @Test
    void passesByALineThatIsLongerThanARecordMayBe() throws IOException {
        String lines = LOAN.formatted(1) + "{" + " ".repeat(1 << 20) + "}\n" + LOAN.formatted(2);
        ImportReport report =
                run(Kind.LOANS, Columns.BY_NAME, lines.getBytes(StandardCharsets.UTF_8));
        assertThat(report.published()).isEqualTo(2);
        assertThat(report.firstProblems())
                .containsExactly(
                        new ImportProblem(2, "value", "has 1048578 bytes: give at most 1048576"));
    }

    @Test
    void refusesTitlesAmongLoansAndLoansAmongTitles() throws IOException {
        byte[] title = "{\"id\":\"b\",\"title\":\"t\"}".getBytes(StandardCharsets.UTF_8);
        byte[] loan = LOAN.formatted(1).getBytes(StandardCharsets.UTF_8);
        assertThat(run(Kind.LOANS, Columns.BY_NAME, title).firstProblems())
                .containsExactly(
                        new ImportProblem(
                                1, "value", "is a title, not a loan: import it with the titles"));
        assertThat(run(Kind.TITLES, Columns.BY_NAME, loan).firstProblems())
                .containsExactly(
                        new ImportProblem(
                                1, "value", "is a loan, not a title: import it with the loans"));
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void keepsTheFirstTwentyProblemsAndCountsAll() throws IOException {
        ImportReport report =
                run(
                        Kind.LOANS,
                        Columns.BY_NAME,
                        "{}\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        assertThat(report.bad()).isEqualTo(50);
        assertThat(report.firstProblems())
                .map(ImportProblem::line)
                .hasSize(20)
                .startsWith(1L, 2L)
                .endsWith(20L);
    }

    @Test
    void tellsHowManyBytesOfTheFileWereRead() throws IOException {
        byte[] packed = gzip(LOAN.formatted(1).repeat(3_000).getBytes(StandardCharsets.UTF_8));
        List<Long> told = new ArrayList<>();
        Path file = Files.write(folder.resolve("loans"), packed);
        try (SourceFile source = SourceFile.open(file)) {
            run(
                    Kind.LOANS,
                    Columns.BY_NAME,
                    source,
                    (stage, done, total) -> {
                        assertThat(total).isEqualTo(packed.length);
                        told.add(done);
                    });
        }
        assertThat(told).isSorted().hasSize(4).endsWith((long) packed.length);
    }

    @Test
    void namesTheColumnsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Kind.LOANS, Columns.parse("patron=x"), utf8(PATRON + ",b\n")))
                .withMessage(
                        "column 'x' for patron is not among the 2 of the first line: give the name of one that is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Kind.LOANS, Columns.BY_NAME, utf8(PATRON + ",b\n")))
                .withMessageStartingWith("none of the 2 columns of the first line")
                .withMessageNotContaining(PATRON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Columns.parse("reader=x"))
                .withMessageStartingWith("map has the field 'reader': give one of library, loanId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Columns.parse("patron"))
                .withMessage("map has 'patron': give pairs such as patron=u,title=i,time=t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Kind.LOANS, Columns.BY_NAME, new byte[0]))
                .withMessageEndingWith("is empty: give a file with a header or with JSON Lines");
    }

    private ImportReport run(Kind kind, Columns columns, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        try (SourceFile source = SourceFile.open(file)) {
            return run(kind, columns, source, Progress.SILENT);
        }
    }

    private ImportReport run(Kind kind, Columns columns, SourceFile source, Progress progress)
            throws IOException {
        try (StoreTarget target = new StoreTarget(sink.bulkLoad())) {
            return new Importer(kind, ZWOLLE, columns, secrets, CLOCK)
                    .run(source, target, progress);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
