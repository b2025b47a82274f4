package org.leeswijzer.ingest.mosaic;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.file.CsvRow;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.file.TabReader;

/** The row at hand of such a file. */
final class MosaicRow {
    private final TabReader rows;
    private final List<String> columns;
    private @Nullable CsvRow row;
    private boolean begun;

    MosaicRow(SourceFile file, List<String> columns) {
        rows = new TabReader(file, line -> Json.text("value", line));
        this.columns = columns;
    }

    long line() {
        return rows.line();
    }

    /** Goes to the next row, past a header; false at the end. */
    boolean next(int atLeast) throws IOException {
        boolean isFirst = !begun;
        begun = true;
        row = rows.next();
        if (isFirst && row != null && isHeader(row)) {
            row = rows.next();
        }
        if (row == null) {
            return false;
        }
        if (row.cells().size() < atLeast) {
            throw new BadRecord(
                    "value",
                    "has %d cells: give %s with tabs between"
                            .formatted(row.cells().size(), String.join(", ", columns)));
        }
        return true;
    }

    private boolean isHeader(CsvRow first) {
        return first.cell(0).replace('_', ' ').equalsIgnoreCase(columns.get(0));
    }

    /** The cell, empty where the row ends before. */
    String cell(int place) {
        return row == null ? "" : row.cell(place);
    }

    /** The cell as an id. */
    String id(int place) {
        return Fields.checkedId(columns.get(place), cell(place));
    }
}
