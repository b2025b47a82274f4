package org.leeswijzer.ingest.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.file.CsvReader;
import org.leeswijzer.ingest.file.CsvRow;
import org.leeswijzer.ingest.file.SourceFile;

/**
 * CSV with a header. Several values in one cell have {@code ;} or {@code |} between. An empty cell is a field that is
 * absent.
 */
final class CsvRows implements Rows {
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[;|]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private final CsvReader rows;
    private final Map<String, Integer> places;

    private CsvRows(CsvReader rows, Map<String, Integer> places) {
        this.rows = rows;
        this.places = places;
    }

    static CsvRows open(SourceFile file, Columns columns) throws IOException {
        CsvReader rows = new CsvReader(file, line -> Json.text("value", line));
        CsvRow header;
        try {
            header = rows.next();
        } catch (BadRecord e) {
            throw new IllegalArgumentException("header of " + file.name() + " " + e.problem(), e);
        }
        if (header == null) {
            throw new IllegalArgumentException(
                    "%s is empty: give a file with a header or with JSON Lines"
                            .formatted(file.name()));
        }
        return new CsvRows(rows, columns.places(header.cells()));
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public @Nullable Fields next() throws IOException {
        CsvRow row = rows.next();
        return row == null ? null : new Fields(fields(row));
    }

    private ObjectNode fields(CsvRow row) {
        ObjectNode fields = Json.object();
        places.forEach(
                (field, place) -> {
                    if (place < row.cells().size() && !row.cells().get(place).isEmpty()) {
                        put(fields, field, row.cells().get(place));
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
