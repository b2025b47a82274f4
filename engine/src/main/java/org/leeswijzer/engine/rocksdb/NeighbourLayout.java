package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import org.leeswijzer.engine.similarity.Row;

/**
 * The neighbours of a title, best first.
 *
 * <pre>
 *  0         4       6       10
 *  +---------+-------+-------+      +-------+-------+------+---------+-- - -
 *  | version | scope | title |  ->  | title | score | both | overlap |        16 bytes each
 *  +---------+-------+-------+      +-------+-------+------+---------+-- - -
 * </pre>
 */
final class NeighbourLayout {
    private static final int ENTRY = 16;

    private NeighbourLayout() {}

    static byte[] key(int version, int scope, int title) {
        return Bytes.of(10).i32(version).u16(scope).i32(title).done();
    }

    /** All rows of the version. */
    static byte[] prefix(int version) {
        return Bytes.of(4).i32(version).done();
    }

    /** All rows of the version in the scope. */
    static byte[] prefix(int version, int scope) {
        return Bytes.of(6).i32(version).u16(scope).done();
    }

    static int scope(byte[] key) {
        return Short.toUnsignedInt(ByteBuffer.wrap(key).getShort(4));
    }

    static int title(byte[] key) {
        return ByteBuffer.wrap(key).getInt(6);
    }

    static byte[] value(Row row) {
        Bytes bytes = Bytes.of(row.size() * ENTRY);
        for (int i = 0; i < row.size(); i++) {
            bytes.i32(row.title(i))
                    .i32(Float.floatToRawIntBits(row.score(i)))
                    .i32(row.both(i))
                    .i32(Float.floatToRawIntBits(row.overlap(i)));
        }
        return bytes.done();
    }

    static Row row(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        int[] titles = new int[value.length / ENTRY];
        float[] scores = new float[titles.length];
        int[] both = new int[titles.length];
        float[] overlaps = new float[titles.length];
        for (int i = 0; i < titles.length; i++) {
            titles[i] = buffer.getInt();
            scores[i] = Float.intBitsToFloat(buffer.getInt());
            both[i] = buffer.getInt();
            overlaps[i] = Float.intBitsToFloat(buffer.getInt());
        }
        return Row.of(titles, scores, both, overlaps);
    }
}
