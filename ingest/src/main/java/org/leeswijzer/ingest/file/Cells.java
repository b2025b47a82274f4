package org.leeswijzer.ingest.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a row into cells (RFC 4180). */
final class Cells {
    private static final char QUOTE = '"';

    private Cells() {}

    /*
     * A quote opens a cell only where the cell begins, and closes it only where the cell ends: 3" is three inches, and in
     * "the "best" of" the inner two are what they look like. Not so where a cell goes on over several lines: there a quote
     * by itself is the sign that the cell ended long ago, or never began.
     */

    /** The cells of a row of one line; null if a quote is still open at its end. */
    static @Nullable List<String> split(String row, char separator) {
        return split(row, separator, false);
    }

    /** The cells of a row of several lines; null if a quote is still open at its end, or stands by itself in a cell. */
    static @Nullable List<String> splitStrictly(String row, char separator) {
        return split(row, separator, true);
    }

    private static @Nullable List<String> split(String row, char separator, boolean strictly) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int at = 0; ; at++) {
            int begin = afterSpace(row, at);
            int end;
            if (begin < row.length() && row.charAt(begin) == QUOTE) {
                cell.setLength(0);
                end = quoted(row, begin + 1, separator, strictly, cell);
                if (end < 0) {
                    return null;
                }
                cells.add(cell.toString());
            } else {
                end = end(row, at, separator);
                cells.add(row.substring(at, end));
            }
            if (end == row.length()) {
                return cells;
            }
            at = end;
        }
    }

    /** The cells of a row in which quotes mean nothing. */
    static List<String> plain(String row, char separator) {
        List<String> cells = new ArrayList<>();
        for (int at = 0; ; at++) {
            int end = end(row, at, separator);
            cells.add(row.substring(at, end));
            if (end == row.length()) {
                return cells;
            }
            at = end;
        }
    }

    private static int end(String row, int from, char separator) {
        int end = row.indexOf(separator, from);
        return end < 0 ? row.length() : end;
    }

    private static int afterSpace(String row, int from) {
        int at = from;
        while (at < row.length() && row.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /* Where the cell ends; -1 if its quote does not. */
    private static int quoted(
            String row, int from, char separator, boolean strictly, StringBuilder cell) {
        for (int i = from; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == QUOTE) {
                int next = afterSpace(row, i + 1);
                if (next == row.length() || row.charAt(next) == separator) {
                    return next;
                }
                if (row.charAt(i + 1) == QUOTE) {
                    i++;
                } else if (strictly) {
                    return -1;
                }
            }
            cell.append(c);
        }
        return -1;
    }
}
