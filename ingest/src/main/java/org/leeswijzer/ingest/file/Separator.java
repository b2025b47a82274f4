package org.leeswijzer.ingest.file;

import java.util.List;

/** Finds out what parts the cells of a file, by looking at its first lines. */
final class Separator {
    /** Of equals the first. */
    private static final char[] CANDIDATES = {',', ';', '\t'};

    /** Rarely parts cells and often the values in one, so only where none of the others can be meant. */
    private static final char LAST_RESORT = '|';

    private static final int MOST_LINES = 50;

    private Separator() {}

    /**
     * The character by which most lines have as many cells as the first.
     *
     * @param beginning of the file
     */
    static char of(String beginning) {
        List<String> lines =
                beginning.lines().filter(line -> !line.isBlank()).limit(MOST_LINES).toList();
        if (lines.isEmpty()) {
            return CANDIDATES[0];
        }
        char best = lines.get(0).indexOf(LAST_RESORT) < 0 ? CANDIDATES[0] : LAST_RESORT;
        long most = 0;
        for (char candidate : CANDIDATES) {
            int cells = cells(lines.get(0), candidate);
            long alike = lines.stream().filter(line -> cells(line, candidate) == cells).count();
            // More cells count before more lines only where lines are equally alike.
            long score = alike * MOST_LINES + Math.min(cells, MOST_LINES - 1);
            if (cells > 1 && score > most) {
                best = candidate;
                most = score;
            }
        }
        return best;
    }

    private static int cells(String line, char separator) {
        List<String> cells = Cells.split(line, separator);
        return cells == null ? 0 : cells.size();
    }
}
