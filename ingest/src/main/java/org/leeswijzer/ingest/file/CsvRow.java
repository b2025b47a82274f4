package org.leeswijzer.ingest.file;

import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param line on which it begins, from 1
 * @param cells as they are written, without the quotes around them
 */
public record CsvRow(long line, List<String> cells) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** The cell at a place, from 0, without space around it; empty where the row ends before. */
    public String cell(int place) {
        return place < cells.size() ? cells.get(place).strip() : "";
    }
}
