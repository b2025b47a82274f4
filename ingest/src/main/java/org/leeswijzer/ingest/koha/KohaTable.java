package org.leeswijzer.ingest.koha;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.file.CsvReader;
import org.leeswijzer.ingest.file.CsvRow;
import org.leeswijzer.ingest.file.SourceFile;

/** A table of Koha's as CSV: the row at hand, cell by column name. */
final class KohaTable {
    private final CsvReader rows;
    private final List<String> header;
    private List<String> cells = List.of();

    private KohaTable(CsvReader rows, List<String> header) {
        this.rows = rows;
        this.header = header;
    }

    /** @throws IllegalArgumentException if there is no header */
    static KohaTable open(SourceFile file) throws IOException {
        CsvReader rows = new CsvReader(file, line -> Json.text("value", line));
        try {
            CsvRow header = rows.next();
            if (header != null) {
                return new KohaTable(rows, names(header.cells()));
            }
        } catch (BadRecord e) {
            throw new IllegalArgumentException("header of " + file.name() + " " + e.problem(), e);
        }
        throw new IllegalArgumentException(
                "%s is empty: give a table of Koha with its column names in the first line"
                        .formatted(file.name()));
    }

    static List<String> names(List<String> cells) {
        return cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** The place of a column; -1 if there is none of that name. */
    int place(String column) {
        return header.indexOf(column);
    }

    long line() {
        return rows.line();
    }

    /** Goes to the next row; false at the end. */
    boolean next() throws IOException {
        CsvRow row = rows.next();
        if (row == null) {
            return false;
        }
        cells = row.cells();
        if (cells.size() != header.size()) {
            throw new BadRecord(
                    "value",
                    "has %d cells, not the %d of the header: put quotes around cells with separators"
                            .formatted(cells.size(), header.size()));
        }
        return true;
    }

    /** The cell of the row at hand; null if it is empty, or there is no such column. */
    @Nullable String cell(int place) {
        if (place < 0) {
            return null;
        }
        String cell = cells.get(place).strip();
        return cell.isEmpty() || cell.equals("NULL") || cell.equals("\\N") ? null : cell;
    }
}
