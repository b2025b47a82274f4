package org.leeswijzer.ingest.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.CsvReader;
import org.leeswijzer.ingest.file.CsvRow;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.jsonl.JsonlDecoder;
import org.leeswijzer.ingest.jsonl.PlainLoan;

/**
 * CSV with a header. Several values in one cell have {@code ;} or {@code |} between. An empty cell is a field that is
 * absent.
 */
final class CsvRows implements Rows {
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[;|]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private final CsvReader rows;
    private final List<String> header;
    private final Map<String, Integer> places;
    private final JsonlDecoder decoder;
    private final PlainLoan plain = new PlainLoan();

    /* Per column the text of a loan that it holds, or one of the two below. */
    private final int[] texts;
    private static final int NOTHING = -1;
    private static final int MORE_THAN_A_TEXT = -2;

    private CsvRows(
            CsvReader rows,
            List<String> header,
            Map<String, Integer> places,
            JsonlDecoder decoder) {
        this.rows = rows;
        this.header = header;
        this.places = places;
        this.decoder = decoder;
        texts = texts(header.size(), places);
    }

    private static int[] texts(int columns, Map<String, Integer> places) {
        int[] texts = new int[columns];
        Arrays.fill(texts, NOTHING);
        places.forEach(
                (field, column) -> {
                    if (PlainLoan.isOfOtherMeaning(field)) {
                        texts[column] = MORE_THAN_A_TEXT;
                    } else if (PlainLoan.place(field) >= 0) {
                        // Two fields of one column are more than can be said here.
                        texts[column] =
                                texts[column] == NOTHING
                                        ? PlainLoan.place(field)
                                        : MORE_THAN_A_TEXT;
                    }
                });
        return texts;
    }

    static CsvRows open(SourceFile file, Columns columns, JsonlDecoder decoder) throws IOException {
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
        return new CsvRows(rows, header.cells(), columns.places(header.cells()), decoder);
    }

    @Override
    public long number() {
        return rows.line();
    }

    @Override
    public List<String> recognised() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> header.get(entry.getValue()) + " as " + entry.getKey())
                .toList();
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        CsvRow row = rows.next();
        if (row == null) {
            return null;
        }
        Decoded plainly = isPlain(row.cells()) ? decoder.plain(plain) : null;
        return plainly == null ? decoder.decode(new Fields(fields(row))) : plainly;
    }

    private boolean isPlain(List<String> cells) {
        plain.clear();
        for (int column = 0; column < texts.length && column < cells.size(); column++) {
            int place = texts[column];
            if (place != NOTHING && !cells.get(column).isEmpty()) {
                if (place == MORE_THAN_A_TEXT) {
                    return false;
                }
                plain.set(place, cells.get(column));
            }
        }
        return true;
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
        } else if (Columns.NUMBERS.contains(field) && WHOLE_NUMBER.matcher(cell).matches()) {
            fields.put(field, Integer.parseInt(cell));
        } else {
            fields.put(field, cell);
        }
    }
}
