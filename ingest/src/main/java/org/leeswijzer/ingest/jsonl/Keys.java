package org.leeswijzer.ingest.jsonl;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;
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

    static Optional<PatronKey> patron(Fields line, String field) {
        return read(line, field, PatronKey::new);
    }

    static Optional<LoanKey> loan(Fields line, String field) {
        return read(line, field, LoanKey::new);
    }

    private static <K> Optional<K> read(Fields line, String field, BiFunction<Long, Long, K> key) {
        return line.optionalText(field)
                .map(
                        text -> {
                            if (text.length() != 2 * HALF
                                    || !text.chars().allMatch(HexFormat::isHexDigit)) {
                                throw line.bad(field, "is not a key: give 32 hexadecimal digits");
                            }
                            return key.apply(
                                    HexFormat.fromHexDigitsToLong(text, 0, HALF),
                                    HexFormat.fromHexDigitsToLong(text, HALF, 2 * HALF));
                        });
    }
}
