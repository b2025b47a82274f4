package org.leeswijzer.ingest.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;

/**
 * CSV (RFC 4180) with a header, cells parted by comma, semicolon or tab, whichever the header has most of. Several values
 * in one cell have {@code ;} or {@code |} between. An empty cell is a field that is absent.
 *
 * <p>Rows are cut here and read by the library one by one, so that a stray quote costs at most a few lines and not the
 * rest of the file.
 */
final class CsvRows implements Rows {
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[;|]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    /** A quoted cell may hold line ends, but hardly so many. */
    private static final int MAX_LINES = 100;

    private final Lines lines;
    private final ObjectReader reader;
    private final Map<String, Integer> places;
    private long line;

    private CsvRows(Lines lines, ObjectReader reader, Map<String, Integer> places) {
        this.lines = lines;
        this.reader = reader;
        this.places = places;
    }

    static CsvRows open(String name, Lines lines, Columns columns) throws IOException {
        byte[] first = lines.next();
        if (first == null) {
            throw new IllegalArgumentException(
                    "%s is empty: give a file with a header or with JSON Lines".formatted(name));
        }
        ObjectReader reader = reader(separator(first));
        try {
            List<String> header = List.of(cells(reader, first));
            return new CsvRows(lines, reader, columns.places(header));
        } catch (BadRecord e) {
            throw new IllegalArgumentException("header of " + name + " " + e.problem(), e);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable Fields next() throws IOException {
        for (byte[] row = row(); row != null; row = row()) {
            if (!JsonRows.isBlank(row)) {
                return new Fields(fields(cells(reader, row)));
            }
        }
        return null;
    }

    /* Lines up to one at whose end no quote is open. */
    private byte @Nullable [] row() throws IOException {
        line = lines.number() + 1;
        byte[] row = lines.next();
        if (row == null || !isOpen(row)) {
            return row;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(row);
        while (isOpen(joined.toByteArray())) {
            byte[] more = lines.next();
            if (more == null
                    || lines.number() - line >= MAX_LINES
                    || joined.size() + more.length > Decoder.MAX_BYTES) {
                throw new BadRecord(
                        "value", "has a quote that does not end: write a quote in a cell twice");
            }
            joined.write('\n');
            joined.write(more);
        }
        return joined.toByteArray();
    }

    private static boolean isOpen(byte[] row) {
        boolean isOpen = false;
        for (byte b : row) {
            isOpen ^= b == '"';
        }
        return isOpen;
    }

    private static char separator(byte[] header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static int count(byte[] header, char wanted) {
        int count = 0;
        for (byte b : header) {
            count += b == wanted ? 1 : 0;
        }
        return count;
    }

    private static ObjectReader reader(char separator) {
        return new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    private static String[] cells(ObjectReader reader, byte[] row) throws IOException {
        try {
            try (var rows = reader.<String[]>readValues(Json.text("value", row))) {
                return rows.hasNextValue() ? rows.nextValue() : new String[0];
            }
        } catch (JsonProcessingException e) {
            throw new BadRecord(
                    "value", "is not CSV: put a cell with quotes in quotes and write each twice");
        }
    }

    private ObjectNode fields(String[] cells) {
        ObjectNode fields = Json.object();
        places.forEach(
                (field, place) -> {
                    if (place < cells.length && !cells[place].isEmpty()) {
                        put(fields, field, cells[place]);
                    }
                });
        return fields;
    }

    private static void put(ObjectNode fields, String field, String cell) {
        if (Columns.LISTS.contains(field)) {
            ArrayNode values = fields.putArray(field);
            for (String value : BETWEEN_VALUES.split(cell, -1)) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        } else if (Columns.FLAGS.contains(field)
                && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"))) {
            fields.put(field, Boolean.parseBoolean(cell));
        } else if (field.equals(Columns.NUMBER) && WHOLE_NUMBER.matcher(cell).matches()) {
            fields.put(field, Integer.parseInt(cell));
        } else {
            fields.put(field, cell);
        }
    }
}
