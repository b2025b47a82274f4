package org.leeswijzer.ingest.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.model.Progress;
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

/** Catalogues as marc4j writes them, whole and broken. */
class MarcTitlesTest {
    private static final MarcOptions KOHA =
            new MarcOptions(MarcField.parse("999c"), MarcField.KOHA_ITEMS);
    private static final Description BOOK =
            new Description(
                    "Max Havelaar : of de koffiveilingen der Nederlandsche Handelmaatschappij",
                    List.of("Douwes Dekker, Édouard", "Stuiveling, G."),
                    List.of(new Isbn("9789028424265")),
                    List.of("Kolonialisme", "Nederlands-Indië"),
                    List.of("Salamander"),
                    "dut",
                    MediaType.BOOK,
                    Audience.CHILDREN,
                    1860);

    private final MemorySink sink = new MemorySink();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAllThatMattersOfABookInEitherCoding(boolean utf8) throws IOException {
        ImportReport report = run(Format.MARC21, KOHA, SampleFiles.marc21(utf8));
        checkSample(report);
        assertThat(report.reading().unit()).isEqualTo("record");
        assertThat(report.reading().recognised()).containsExactly("999$c as id", "952$9 as items");
    }

    @Test
    void readsTheSameOfXml() throws IOException {
        checkSample(run(Format.MARCXML, KOHA, SampleFiles.marcXml()));
    }

    private void checkSample(ImportReport report) {
        assertThat(report.firstProblems()).isEmpty();
        assertThat(report.published()).isEqualTo(2);
        assertThat(report.isbnsLeftOut()).isEqualTo(1);
        TitleSeen seen = (TitleSeen) sink.events().get(0);
        assertThat(seen.title().description()).isEqualTo(BOOK);
        assertThat(seen.title().suppressed()).isFalse();
        assertThat(sink.events().subList(1, sink.events().size()))
                .containsExactly(
                        new ItemSeen(ZWOLLE, "501", "21"),
                        new ItemSeen(ZWOLLE, "502", "21"),
                        new TitleGone(ZWOLLE, "22"));
    }

    @Test
    void takesTheControlNumberUnlessAFieldIsNamed() throws IOException {
        run(Format.MARC21, MarcOptions.DEFAULT, SampleFiles.marc21(true));
        assertThat(sink.events()).endsWith(new TitleGone(ZWOLLE, "ocm22"));
    }

    @Test
    void believesUtf8ThatTheLeaderDoesNotSay() throws IOException {
        byte[] bytes = SampleFiles.marc21(true);
        bytes[9] = ' ';
        checkSample(run(Format.MARC21, KOHA, bytes));
    }

    @Test
    void losesOneRecordThatIsBrokenAndNotTheRest() throws IOException {
        byte[] good = SampleFiles.marc21(true);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(good);
        file.write(
                "not a record at all, but longer than a leader\u001d\n"
                        .getBytes(StandardCharsets.UTF_8));
        file.write(Arrays.copyOf(good, 300));
        file.write(0x1d);
        file.write(good);
        ImportReport report = run(Format.MARC21, KOHA, file.toByteArray());
        assertThat(report.lines()).isEqualTo(6);
        assertThat(report.published()).isEqualTo(4);
        assertThat(report.firstProblems())
                .map(Object::toString)
                .containsExactly(
                        "record 3: record is not MARC 21, or cut off: export it anew, or as MARCXML",
                        "record 4: record is not MARC 21, or cut off: export it anew, or as MARCXML");
    }

    @Test
    void losesOneElementThatIsBrokenAndNotTheRest() throws IOException {
        String xml =
                collection(
                        record("1", "Een")
                                + record("2", "T<wee")
                                + record("", "Drie")
                                + record("4", "")
                                + record("5", "Vijf")
                                + "<record><leader/>");
        ImportReport report =
                run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(report.published()).isEqualTo(2);
        assertThat(report.firstProblems())
                .map(Object::toString)
                .containsExactly(
                        "record 2: record is not MARCXML to the letter: mend it, or export it anew",
                        "record 3: 001 is missing: name the field that has the title's id",
                        "record 4: 245$a is missing: give the title's name",
                        "record 6: record does not end: export the file anew");
    }

    @Test
    void losesOneElementThatIsCutOffAndNotTheNext() throws IOException {
        String xml = collection("<record><leader/>" + record("2", "Twee") + record("3", "Drie"));
        ImportReport report =
                run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(report.published()).isEqualTo(2);
        assertThat(report.firstProblems())
                .map(Object::toString)
                .containsExactly(
                        "record 1: record does not end before the next begins: export the file anew");
    }

    /** As in the OAI-PMH 2.0 specification, 3.2: a record has a header, and what it is of in its metadata. */
    @Test
    void takesRecordsOutOfWhatAnOaiHarvesterKeeps() throws IOException {
        String around =
                "<record><header><identifier>oai:zwolle:%s</identifier></header><metadata>%s</metadata></record>";
        String xml =
                "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><ListRecords>"
                        + around.formatted("1", record("1", "Een"))
                        + around.formatted("2", record("2", "Twee"))
                        + "</ListRecords></OAI-PMH>";
        ImportReport report =
                run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(report.firstProblems()).isEmpty();
        assertThat(report.published()).isEqualTo(2);
    }

    @Test
    void looksAtNoDocumentTypeAndNoEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "of-no-concern");
        String xml =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE collection [<!ENTITY x SYSTEM \"%s\">]>"
                                .formatted(secret.toUri())
                        + collection(record("1", "&x;") + record("2", "Twee"));
        ImportReport report =
                run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(report.published()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(1);
        assertThat(sink.events().toString()).doesNotContain("of-no-concern");
    }

    @Test
    void readsTheEncodingThatXmlNames() throws IOException {
        String xml =
                "<?xml version='1.0' encoding='ISO-8859-1'?>" + collection(record("1", "Édouard"));
        run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(((TitleSeen) sink.events().get(0)).title().description().title())
                .isEqualTo("Édouard");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                run(
                                        Format.MARCXML,
                                        MarcOptions.DEFAULT,
                                        xml.replace("ISO-8859-1", "UTF-16")
                                                .getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageContaining("give it in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "nam,'',book",
        "cas,'',periodical",
        "ngm,'',film",
        "nim,'',audiobook",
        "njm,'',music",
        "nem,'',other",
        "nam,'                       o',ebook",
        "nmm,'                          g',game",
        "nmm,'                          d',ebook",
        "nrm,'                                 g',game",
        "nrm,'                                 d',other"
    })
    void tellsTheMediaTypeByLeaderAndPlaces(String leader, String coded, String mediaType)
            throws IOException {
        String xml =
                collection(
                        "<record><leader>00000%s a2200000 i 4500</leader><controlfield tag='001'>1</controlfield><controlfield tag='008'>%s</controlfield>%s</record>"
                                .formatted(leader, coded, title("T")));
        run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(((TitleSeen) sink.events().get(0)).title().description().mediaType().text())
                .isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "a,CHILDREN",
        "b,CHILDREN",
        "c,CHILDREN",
        "j,CHILDREN",
        "d,YOUNG_ADULT",
        "e,ADULT",
        "f,ADULT",
        "g,UNKNOWN",
        "|,UNKNOWN"
    })
    void tellsTheAudience(String code, Audience audience) throws IOException {
        String xml =
                collection(
                        "<record><leader>00000nam a2200000 i 4500</leader><controlfield tag='001'>1</controlfield><controlfield tag='008'>%s%s</controlfield>%s</record>"
                                .formatted(" ".repeat(22), code, title("T")));
        run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        assertThat(((TitleSeen) sink.events().get(0)).title().description().audience())
                .isEqualTo(audience);
    }

    @Test
    void takesYearAndLanguageFromWordsWhereThePlacesAreSilent() throws IOException {
        String xml =
                collection(
                        "<record><controlfield tag='001'>1</controlfield><controlfield tag='008'>%s</controlfield>%s%s%s%s</record>"
                                .formatted(
                                        "850101s19uu    ne |||||||||||||||||||||| d",
                                        field("041", "a", "eng"),
                                        title("T /"),
                                        field("264", "c", "[cop. 1999]"),
                                        field("942", "n", "1")));
        run(Format.MARCXML, MarcOptions.DEFAULT, xml.getBytes(StandardCharsets.UTF_8));
        TitleSeen seen = (TitleSeen) sink.events().get(0);
        assertThat(seen.title().description().year()).isEqualTo(1999);
        assertThat(seen.title().description().language()).isEqualTo("eng");
        assertThat(seen.title().description().title()).isEqualTo("T");
        assertThat(seen.title().suppressed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rowling, J.K.|Rowling, J.K.",
                "Couperus, Louis.|Couperus, Louis",
                "Max Havelaar :|Max Havelaar",
                "World War (1939-1945).|World War (1939-1945)",
                "Stichting B.V.|Stichting B.V.",
                "ca.|ca."
            })
    void takesOffWhatCataloguersPutBetweenElements(String written, String heading) {
        assertThat(Punctuation.stripHeading(written)).isEqualTo(heading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "245", "001a", "245$A", "245 a b"})
    void refusesAFieldThatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarcField.parse(text))
                .withMessageStartingWith("field is '" + text + "': give");
    }

    private static String collection(String records) {
        return "<marc:collection xmlns:marc=\"http://www.loc.gov/MARC21/slim\">%s</marc:collection>"
                .formatted(records);
    }

    private static String record(String id, String title) {
        return "<record><leader>00000nam a2200000 i 4500</leader><controlfield tag=\"001\">%s</controlfield>%s</record>"
                .formatted(id, title(title));
    }

    private static String title(String title) {
        return field("245", "a", title);
    }

    private static String field(String tag, String code, String text) {
        return "<datafield tag=\"%s\" ind1=\" \" ind2=\" \"><subfield code=\"%s\">%s</subfield></datafield>"
                .formatted(tag, code, text);
    }

    private ImportReport run(Format format, MarcOptions options, byte[] bytes) throws IOException {
        ImportPlan plan = ImportPlan.of(Kind.TITLES, Optional.of(ZWOLLE)).in(format).with(options);
        try (SourceFile file = SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes));
                StoreTarget target = new StoreTarget(sink.bulkLoad())) {
            return new Importer(plan, TestRecords.secrets(), CLOCK)
                    .run(file, target, Progress.SILENT);
        }
    }
}
