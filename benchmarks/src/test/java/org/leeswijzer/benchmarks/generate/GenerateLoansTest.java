package org.leeswijzer.benchmarks.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.StoreTarget;

class GenerateLoansTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir private Path folder;

    @Test
    void whatIsWrittenIsImportedToTheLastLine() throws IOException {
        GenerateOptions options = options("--loans", "2000", "--loans-file", "loans.jsonl.gz");
        int titles = GenerateLoans.writeTitles(options);
        long loans = GenerateLoans.writeLoans(options);
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        try (Engine engine =
                Engine.openAtRest(EngineSettings.in(folder.resolve("engine")), clock)) {
            assertThat(imported(engine, clock, Kind.TITLES, options.titles())).isEqualTo(titles);
            assertThat(imported(engine, clock, Kind.LOANS, options.loans())).isEqualTo(loans);
            // Two years are kept: neither is a loan of the future, nor one so old that it no longer
            // counts.
            assertThat(engine.statistics().loans()).isEqualTo(loans);
            assertThat(engine.statistics().describedTitles()).isEqualTo(titles).isEqualTo(40);
            assertThat(engine.statistics().titles()).isEqualTo(titles);
            assertThat(engine.statistics().patrons()).isEqualTo(200);
            assertThat(engine.libraries()).containsExactly(new Library("generated"));
        }
    }

    private static long imported(Engine engine, Clock clock, Kind kind, Path file)
            throws IOException {
        Importer importer = new Importer(kind, null, Columns.BY_NAME, engine.secrets(), clock);
        try (SourceFile source = SourceFile.open(file);
                StoreTarget target = new StoreTarget(engine.bulkLoad())) {
            ImportReport report = importer.run(source, target, Progress.SILENT);
            assertThat(report.firstProblems()).isEmpty();
            return report.published();
        }
    }

    @Test
    void equalSeedsGiveEqualFilesPackedOrNot() throws IOException {
        GenerateOptions plain = options("--loans", "500", "--loans-file", "plain.jsonl");
        GenerateOptions packed = options("--loans", "500", "--loans-file", "packed.jsonl.gz");
        GenerateOptions other = options("--loans", "500", "--seed", "2");
        for (GenerateOptions each : List.of(plain, packed, other)) {
            GenerateLoans.writeLoans(each);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed.loans()))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain.loans()));
        }
        assertThat(other.loans()).isNotEmptyFile();
        assertThat(Files.readAllBytes(other.loans()))
                .isNotEqualTo(Files.readAllBytes(plain.loans()));
    }

    @Test
    void aLoanSaysWhoseItIsInPlainFields() throws IOException {
        GenerateOptions options = options("--loans", "100", "--library", "zwolle");
        GenerateLoans.writeLoans(options);
        assertThat(Files.readAllLines(options.loans(), StandardCharsets.UTF_8).get(0))
                .matches(
                        "\\{\"library\":\"zwolle\",\"loanId\":\"l0\",\"patron\":\"p0\","
                                + "\"title\":\"t\\d+\",\"loanedAt\":\"202[456]-\\d\\d-\\d\\d\"}");
    }

    @Test
    void asksForAsManyPatronsAndTitlesAsFitTheLoans() {
        GenerateOptions options = options("--loans", "30_000", "--until", "2020-02-29");
        assertThat(options.generator()).isEqualTo(new LoanGenerator(1, 3_000, 600, 30_000));
        assertThat(options.until()).isEqualTo("2020-02-29");
        assertThat(options("--patrons", "7").generator())
                .isEqualTo(new LoanGenerator(1, 7, 20_000, 1_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "--loans many, '--loans is ''many'''",
        "--until yesterday, '--until is ''yesterday'''",
        "--library Zwolle!, 'library is ''Zwolle!'''",
        "--colour red, there is no option --colour",
        "--loans, --loans has no value",
        "elsewhere, 'give one'"
    })
    void saysWhichArgumentDoesNotFit(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(arguments.split(" ")))
                .withMessageContaining(message);
    }

    @Test
    void asksForAFolder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerateOptions.parse(List.of("--loans", "1"), TODAY))
                .withMessageContaining("folder is not given");
    }

    private GenerateOptions options(String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(folder.toString());
        all.addAll(List.of(arguments));
        return GenerateOptions.parse(all, TODAY);
    }
}
