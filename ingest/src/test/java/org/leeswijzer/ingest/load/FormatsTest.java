package org.leeswijzer.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.ingest.SampleFiles;
import org.leeswijzer.ingest.SampleFiles.Sample;
import org.leeswijzer.ingest.file.SourceFile;

/** What holds for the files of every format. */
class FormatsTest {
    private static final List<Sample> SAMPLES = SampleFiles.all();

    static List<Sample> samples() {
        return SAMPLES;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isToldByLooking(Sample sample) throws IOException {
        Result told = read(sample.plan(), sample.bytes());
        ImportPlan plan = sample.plan().in(Format.AUTO);
        if (sample.plan().format() != Format.JSONL) {
            assertThat(told.report().reading().recognised()).isNotEmpty();
        }
        Result looked = read(plan, sample.bytes());
        assertThat(looked.report()).isEqualTo(told.report());
        assertThat(looked.events()).isEqualTo(told.events()).isNotEmpty();
        assertThat(looked.report().reading().format()).isEqualTo(sample.plan().format());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsItAllWithoutABadRow(Sample sample) throws IOException {
        ImportReport report = read(sample.plan(), sample.bytes()).report();
        assertThat(report.firstProblems()).isEmpty();
        assertThat(report.published()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesToTheSameWhenItIsReadAgain(Sample sample) throws IOException {
        assertThat(read(sample.plan(), sample.bytes()).events())
                .isEqualTo(read(sample.plan(), sample.bytes()).events());
    }

    @ParameterizedTest
    @CsvSource({
        "KOHA,TITLES,format is koha",
        "MARC21,LOANS,format is marc21",
        "MARCXML,LOANS,format is marcxml"
    })
    void isRefusedAsWhatItDoesNotHold(Format format, Kind kind, String problem) {
        ImportPlan plan = ImportPlan.of(kind, Optional.of(ZWOLLE)).in(format);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(plan, utf8("x\n")))
                .withMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource({"KOHA,LOANS", "MOSAIC,LOANS", "MOSAIC,TITLES", "MARC21,TITLES", "MARCXML,TITLES"})
    void asksForTheLibraryThatItCannotName(Format format, Kind kind) {
        ImportPlan plan = ImportPlan.of(kind, Optional.empty()).in(format);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(plan, utf8("borrowernumber,itemnumber,issuedate\n")))
                .withMessageContaining("give its code");
    }

    @Test
    void aMapOfColumnsSaysThatItIsACsv() throws IOException {
        ImportPlan plan =
                ImportPlan.of(Kind.LOANS, Optional.of(ZWOLLE))
                        .with(
                                Columns.parse(
                                        "patron=borrowernumber,title=biblionumber,time=issuedate"));
        ImportReport report = read(plan, utf8(SampleFiles.KOHA_ISSUES)).report();
        assertThat(report.reading().format()).isEqualTo(Format.CSV);
    }

    /* Any bytes, and those of good files with a few changed, cut out or doubled: near misses, where readers break. */
    @Property(tries = 3_000)
    void anyBytesAreReadToTheirEnd(
            @ForAll("plans") ImportPlan plan, @ForAll byte[] bytes, @ForAll boolean auto) {
        check(auto ? plan.in(Format.AUTO) : plan, bytes);
    }

    @Property(tries = 6_000)
    void aMutatedFileIsReadToItsEnd(@ForAll("mutated") Sample sample) {
        check(sample.plan(), sample.bytes());
    }

    private static void check(ImportPlan plan, byte[] bytes) {
        try {
            Result result = read(plan, bytes);
            ImportReport report = result.report();
            long dropped = report.dropped().values().stream().mapToLong(Long::longValue).sum();
            assertThat(report.published() + report.bad() + dropped).isEqualTo(report.lines());
            assertThat(report.toString()).doesNotContain(PATRON, "4711", "0815");
        } catch (IllegalArgumentException e) {
            // A file as a whole that cannot be what it is said to be, by its first line.
            assertThat(e.getMessage())
                    .matches(
                            "(?s)(header of .*|format is .*|column .*|none of the .*|standard input .*)")
                    .doesNotContain(PATRON, "4711", "0815");
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("standard input cannot be read");
        }
    }

    @Provide
    Arbitrary<ImportPlan> plans() {
        return Arbitraries.of(SAMPLES).map(Sample::plan);
    }

    @Provide
    Arbitrary<Sample> mutated() {
        return Arbitraries.randoms()
                .flatMap(
                        random ->
                                Arbitraries.of(SAMPLES)
                                        .map(good -> good.with(mutate(good.bytes(), random))));
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 ->
                        bytes[at] =
                                (byte) "\"\t\n,;<>{}\u001d\u001e\u001f0".charAt(random.nextInt(13));
                case 2 -> System.arraycopy(bytes, at, bytes, 0, to - at);
                default -> bytes = without(bytes, at, to);
            }
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    /** What came of it, and what was taken. */
    record Result(ImportReport report, List<LibraryEvent> events) {}

    static Result read(ImportPlan plan, byte[] bytes) throws IOException {
        List<LibraryEvent> events = new ArrayList<>();
        Target target =
                new Target() {
                    @Override
                    public void take(List<LibraryEvent> line) {
                        events.addAll(line);
                    }

                    @Override
                    public void finish() {}

                    @Override
                    public void close() {}
                };
        try (SourceFile file = SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes))) {
            ImportReport report =
                    new Importer(plan, new OfItsCode(), CLOCK).run(file, target, Progress.SILENT);
            return new Result(report, events);
        }
    }

    static Pseudonymiser pseudonymiser(Library library) {
        return new Pseudonymiser(
                Arrays.copyOf(library.code().getBytes(StandardCharsets.UTF_8), 32));
    }

    private static final class OfItsCode implements Pseudonymisers {
        @Override
        public Pseudonymiser pseudonymiser(Library library) {
            return FormatsTest.pseudonymiser(library);
        }

        @Override
        public int rotation(Library library) {
            return 0;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
