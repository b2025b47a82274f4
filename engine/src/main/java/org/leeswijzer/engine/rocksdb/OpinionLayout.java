package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;

/**
 * The last that a reader said of a suggested title.
 *
 * <pre>
 *  0                16        20
 *  +----------------+---------+      +----------+---------+---------+-------+--------+
 *  | reader key     | edition |  ->  | said at  | opinion | library | asked | seed   |
 *  +----------------+---------+      +----------+---------+---------+-------+--------+
 *                                    0          8         9         11      12       16
 * </pre>
 *
 * The library is the one that was asked, or, where asked is 0, that of the record; it says how long this is held. The seed is an
 * edition, below 0 if there is none.
 */
final class OpinionLayout {
    static final int NO_SEED = -1;

    private OpinionLayout() {}

    /** @param said epoch milliseconds */
    record StoredOpinion(Opinion opinion, long said, int library, boolean asked, int seed) {

        /** Whether it holds and not the other; of two of one moment it does not matter which came first. */
        boolean overrules(StoredOpinion other) {
            if (said != other.said) {
                return said > other.said;
            }
            if (opinion != other.opinion) {
                return code(opinion) > code(other.opinion);
            }
            return seed == other.seed ? scope() < other.scope() : seed < other.seed;
        }

        /** The library that was asked; 0 if none was. */
        int scope() {
            return asked ? library : 0;
        }

        /** Whether it is counted for others. */
        boolean isVoice() {
            return seed != NO_SEED && opinion.judges();
        }
    }

    static byte[] key(ReaderKey reader, int edition) {
        return Bytes.of(20).i64(reader.high()).i64(reader.low()).i32(edition).done();
    }

    /** All that the reader said. */
    static byte[] prefix(ReaderKey reader) {
        return Bytes.of(16).i64(reader.high()).i64(reader.low()).done();
    }

    static ReaderKey reader(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        return new ReaderKey(buffer.getLong(), buffer.getLong());
    }

    static int edition(byte[] key) {
        return ByteBuffer.wrap(key).getInt(16);
    }

    static byte[] value(StoredOpinion opinion) {
        return Bytes.of(16)
                .i64(opinion.said())
                .u8(code(opinion.opinion()))
                .u16(opinion.library())
                .u8(opinion.asked() ? 1 : 0)
                .i32(opinion.seed())
                .done();
    }

    static StoredOpinion opinion(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        long said = buffer.getLong();
        Opinion opinion = opinion(buffer.get());
        int library = Bytes.u16(buffer);
        return new StoredOpinion(opinion, said, library, buffer.get() != 0, buffer.getInt());
    }

    static int code(Opinion opinion) {
        return switch (opinion) {
            case GOOD -> 1;
            case NOT_FOR_ME -> 2;
            case ALREADY_READ -> 3;
        };
    }

    static Opinion opinion(int code) {
        return switch (code) {
            case 1 -> Opinion.GOOD;
            case 2 -> Opinion.NOT_FOR_ME;
            case 3 -> Opinion.ALREADY_READ;
            default -> throw new IllegalStateException("an opinion is stored as " + code);
        };
    }
}
