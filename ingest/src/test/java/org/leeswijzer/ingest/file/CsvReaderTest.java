package org.leeswijzer.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leeswijzer.ingest.decode.BadRecord;

class CsvReaderTest {

    /* Few distinct characters on purpose: quotes, separators and line ends meet where parsers go wrong. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab\",;\t| '\n").ofMaxLength(6);
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property
    void readsWhatIsWrittenByTheStandard(
            @ForAll("tables") List<List<String>> table, @ForAll("separators") char separator)
            throws IOException {
        List<List<String>> whole = new ArrayList<>();
        whole.add(List.of("one", "two", "three"));
        whole.addAll(table);
        String csv =
                whole.stream()
                        .map(
                                row ->
                                        row.stream()
                                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                                .collect(
                                                        Collectors.joining(
                                                                String.valueOf(separator))))
                        .collect(Collectors.joining("\r\n"));
        CsvReader reader = reader(csv);
        assertThat(reader.separator()).isEqualTo(separator);
        assertThat(all(reader)).isEqualTo(whole);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Test
    void looksAtManyLinesForWhatPartsThem() throws IOException {
        assertThat(reader("1\tA, B\t2016\n2\tC\t2017\n").separator()).isEqualTo('\t');
        assertThat(reader("1;\"a, b, c\";2010\n2;d;2011\n").separator()).isEqualTo(';');
        assertThat(reader("id,subjects\n1,a;b;c\n2,d;e\n").separator()).isEqualTo(',');
        assertThat(reader("u|i|t\n1|2|3\n").separator()).isEqualTo('|');
        assertThat(reader("alone\n1\n").separator()).isEqualTo(',');
    }

    @Test
    void aQuoteInsideACellIsAQuote() throws IOException {
        assertThat(all(reader("a,b,c\n1,3\" disk,\"the \"best\" of\"\n")))
                .endsWith(List.of("1", "3\" disk", "the \"best\" of"));
        assertThat(all(reader("a,b\n1, \"x, y\" \n"))).endsWith(List.of("1", "x, y"));
    }

    @Test
    void aQuoteThatDoesNotEndCostsItsLineAlone() throws IOException {
        CsvReader reader = reader("a,b\n1,\"x\n2,y\n\n3,\"z\n\"\n4,w");
        assertThat(reader.next()).isEqualTo(new CsvRow(1, List.of("a", "b")));
        assertThatExceptionOfType(BadRecord.class).isThrownBy(reader::next);
        assertThat(reader.line()).isEqualTo(2);
        assertThat(reader.next()).isEqualTo(new CsvRow(3, List.of("2", "y")));
        assertThat(reader.next()).isEqualTo(new CsvRow(5, List.of("3", "z\n")));
        assertThat(reader.next()).isEqualTo(new CsvRow(7, List.of("4", "w")));
        assertThat(reader.next()).isNull();
    }

    @Test
    void betweenTabsAQuoteThatDoesNotEndMeansNothing() throws IOException {
        assertThat(all(reader("a\tb\n1\t\"Hello\" he said\n2\ty\n")))
                .containsExactly(
                        List.of("a", "b"), List.of("1", "\"Hello\" he said"), List.of("2", "y"));
    }

    private static CsvReader reader(String csv) throws IOException {
        SourceFile file =
                SourceFile.open(
                        SourceFile.STDIN,
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        return new CsvReader(file, line -> new String(line, StandardCharsets.UTF_8));
    }

    private static List<List<String>> all(CsvReader reader) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row.cells());
        }
        return rows;
    }
}
