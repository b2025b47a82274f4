package org.leeswijzer.ingest.jsonl;

import java.util.HexFormat;
import java.util.Optional;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.ingest.decode.Fields;

/** Pseudonyms as texts: 32 hexadecimal digits, high half first. */
public final class Keys {
    private static final HexFormat HEX = HexFormat.of();
    private static final int HALF = 16;

    private Keys() {}

    /** As a line has it. */
    public static String hex(PatronKey key) {
        return HEX.toHexDigits(key.high()) + HEX.toHexDigits(key.low());
    }

    /** As a line has it. */
    public static String hex(LoanKey key) {
        return HEX.toHexDigits(key.high()) + HEX.toHexDigits(key.low());
    }

    /** As a line has it. */
    public static String hex(ReaderKey key) {
        return HEX.toHexDigits(key.high()) + HEX.toHexDigits(key.low());
    }

    static boolean isKey(String text) {
        boolean isKey = text.length() == 2 * HALF;
        for (int i = 0; isKey && i < text.length(); i++) {
            isKey = HexFormat.isHexDigit(text.charAt(i));
        }
        return isKey;
    }

    static PatronKey patron(String key) {
        return new PatronKey(half(key, 0), half(key, HALF));
    }

    static LoanKey loan(String key) {
        return new LoanKey(half(key, 0), half(key, HALF));
    }

    static Optional<PatronKey> patron(Fields line, String field) {
        return read(line, field).map(Keys::patron);
    }

    static Optional<LoanKey> loan(Fields line, String field) {
        return read(line, field).map(Keys::loan);
    }

    static Optional<ReaderKey> reader(Fields line, String field) {
        return read(line, field).map(key -> new ReaderKey(half(key, 0), half(key, HALF)));
    }

    private static Optional<String> read(Fields line, String field) {
        Optional<String> key = line.optionalText(field);
        if (key.isPresent() && !isKey(key.get())) {
            throw line.bad(field, "is not a key: give 32 hexadecimal digits");
        }
        return key;
    }

    private static long half(String key, int from) {
        return HexFormat.fromHexDigitsToLong(key, from, from + HALF);
    }
}
