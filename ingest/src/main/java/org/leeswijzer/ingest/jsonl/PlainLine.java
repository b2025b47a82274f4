package org.leeswijzer.ingest.jsonl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the plainest of JSON: one flat object, ASCII, no escapes. Whatever is more than that is not read. */
final class PlainLine {
    private static final String[] NAMES = {
        "library",
        "loanId",
        "patron",
        "item",
        "title",
        "loanKey",
        "patronKey",
        "loanedAt",
        "rotation"
    };

    private static final byte[][] OTHER_MEANING =
            PlainLoan.OTHER_MEANING.stream().map(PlainLine::bytes).toArray(byte[][]::new);

    private static final byte[][] FIELDS =
            Arrays.stream(NAMES).map(PlainLine::bytes).toArray(byte[][]::new);
    private static final int[] PLACES = Arrays.stream(NAMES).mapToInt(PlainLoan::place).toArray();

    /** Longer than a whole number of 64 bits is an unusual one. */
    private static final int MAX_DIGITS = 18;

    private final PlainLoan loan;
    private byte[] line = new byte[0];
    private int at;

    PlainLine(PlainLoan loan) {
        this.loan = loan;
    }

    /** Fills the loan with the line's texts; false if the line is not as plain as that. */
    boolean read(byte[] bytes) {
        line = bytes;
        at = 0;
        loan.clear();
        if (next() != '{') {
            return false;
        }
        int after;
        do {
            if (!field()) {
                return false;
            }
            after = next();
        } while (after == ',');
        return after == '}' && next() < 0;
    }

    private boolean field() {
        if (next() != '"') {
            return false;
        }
        int name = at;
        int end = endOfText();
        if (end < 0 || next() != ':') {
            return false;
        }
        int place = place(name, end);
        return place != UNUSUAL && value(place);
    }

    private static final int OTHER = -1;
    private static final int UNUSUAL = -2;

    private int place(int from, int to) {
        for (int i = 0; i < FIELDS.length; i++) {
            if (Arrays.equals(line, from, to, FIELDS[i], 0, FIELDS[i].length)) {
                return loan.has(PLACES[i]) ? UNUSUAL : PLACES[i];
            }
        }
        for (byte[] other : OTHER_MEANING) {
            if (Arrays.equals(line, from, to, other, 0, other.length)) {
                return UNUSUAL;
            }
        }
        return OTHER;
    }

    private boolean value(int place) {
        int first = next();
        int from = at;
        if (first == '"') {
            int end = endOfText();
            if (end < 0) {
                return false;
            }
            keep(place, from, end);
            return PlainLoan.mayBeText(place);
        }
        if (first < '0' || first > '9') {
            return false;
        }
        while (at < line.length && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        boolean isPlain =
                at - from < MAX_DIGITS
                        && (first != '0' || at == from)
                        && (place == OTHER || PlainLoan.mayBeNumber(place));
        keep(place, from - 1, at);
        return isPlain;
    }

    private void keep(int place, int from, int to) {
        if (place != OTHER) {
            loan.set(place, new String(line, from, to - from, StandardCharsets.ISO_8859_1));
        }
    }

    /* Where the text ends that has begun, and moves behind its quote; -1 if it is not plain. */
    private int endOfText() {
        for (int i = at; i < line.length; i++) {
            byte b = line[i];
            if (b == '"') {
                at = i + 1;
                return i;
            }
            if (b < ' ' || b == '\\' || b == 0x7f) {
                return -1;
            }
        }
        return -1;
    }

    /* The next byte that is not space, and moves behind it; -1 at the end. */
    private int next() {
        while (at < line.length) {
            byte b = line[at++];
            if (b != ' ' && b != '\t') {
                return b < 0 ? Byte.MAX_VALUE : b;
            }
        }
        return -1;
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
