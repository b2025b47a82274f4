package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;

/**
 * Who judged one edition as a suggestion for another: what {@link OpinionLayout} holds by reader, by pair.
 *
 * <pre>
 *  0        4         8                24
 *  +--------+---------+----------------+      +----------+---------+---------+
 *  | seed   | edition | reader key     |  ->  | said at  | opinion | library |
 *  +--------+---------+----------------+      +----------+---------+---------+
 *                                             0          8         9         11
 * </pre>
 *
 * The library is the one that was asked; 0 if none was.
 */
final class VoiceLayout {
    private VoiceLayout() {}

    /** @param said epoch milliseconds */
    record StoredVoice(Opinion opinion, long said, int library) {

        /** The one that holds of two of one reader on two editions of one work. */
        static StoredVoice later(StoredVoice a, StoredVoice b) {
            if (a.said != b.said) {
                return a.said > b.said ? a : b;
            }
            return OpinionLayout.code(a.opinion) >= OpinionLayout.code(b.opinion) ? a : b;
        }
    }

    static byte[] key(int seed, int edition, ReaderKey reader) {
        return Bytes.of(24).i32(seed).i32(edition).i64(reader.high()).i64(reader.low()).done();
    }

    /** All who judged the pair. */
    static byte[] prefix(int seed, int edition) {
        return Bytes.of(8).i32(seed).i32(edition).done();
    }

    static int seed(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    static int edition(byte[] key) {
        return ByteBuffer.wrap(key).getInt(4);
    }

    static ReaderKey reader(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key, 8, 16);
        return new ReaderKey(buffer.getLong(), buffer.getLong());
    }

    static byte[] value(StoredVoice voice) {
        return Bytes.of(11)
                .i64(voice.said())
                .u8(OpinionLayout.code(voice.opinion()))
                .u16(voice.library())
                .done();
    }

    static StoredVoice voice(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        long said = buffer.getLong();
        return new StoredVoice(OpinionLayout.opinion(buffer.get()), said, Bytes.u16(buffer));
    }
}
