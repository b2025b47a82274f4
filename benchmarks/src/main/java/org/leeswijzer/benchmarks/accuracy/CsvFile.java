package org.leeswijzer.benchmarks.accuracy;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A CSV file with a header, read whole. */
final class CsvFile {
    private static final CsvMapper MAPPER = new CsvMapper();

    private CsvFile() {}

    /** Every row by column name. */
    static List<Map<String, String>> read(Path file) {
        try (MappingIterator<Map<String, String>> rows =
                MAPPER.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file.toFile())) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
