package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts keys and values together: big-endian, so that byte order is number order for what is not negative. */
final class Bytes {
    static final byte[] EMPTY = new byte[0];

    private ByteBuffer buffer;

    private Bytes(int capacity) {
        buffer = ByteBuffer.allocate(capacity);
    }

    static Bytes of(int capacity) {
        return new Bytes(capacity);
    }

    static Bytes of() {
        return new Bytes(64);
    }

    Bytes u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    Bytes u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    Bytes i32(int value) {
        room(4).putInt(value);
        return this;
    }

    Bytes i64(long value) {
        room(8).putLong(value);
        return this;
    }

    Bytes f64(double value) {
        room(8).putDouble(value);
        return this;
    }

    /** As UTF-8, without its length: only at the end, or where what follows tells where it ends. */
    Bytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length).put(bytes);
        return this;
    }

    /** As UTF-8 with its length in four bytes before it. */
    Bytes string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        i32(bytes.length);
        room(bytes.length).put(bytes);
        return this;
    }

    byte[] done() {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /**
     * What {@link #string} wrote.
     *
     * @throws BufferUnderflowException if there are fewer bytes than it says
     */
    static String string(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What {@link #text} wrote at the end. */
    static String rest(ByteBuffer from) {
        return StandardCharsets.UTF_8.decode(from).toString();
    }

    /** What {@link #i32} wrote, again and again to the end. */
    static IntArrayList ints(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        IntArrayList ints = new IntArrayList(value.length / Integer.BYTES);
        while (buffer.hasRemaining()) {
            ints.add(buffer.getInt());
        }
        return ints;
    }

    static int u16(ByteBuffer from) {
        return Short.toUnsignedInt(from.getShort());
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length
                && java.util.Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            buffer.flip();
            buffer =
                    ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.limit() + more))
                            .put(buffer);
        }
        return buffer;
    }
}
