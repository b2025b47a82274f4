package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts keys and values together: big-endian, so that byte order is number order for what is not negative. */
final class Bytes {
    static final byte[] EMPTY = new byte[0];

    /* Every key and value of the store is made here, millions in an import: without a buffer's bounds and without a copy. */
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private byte[] bytes;
    private int size;

    private Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    private static VarHandle view(Class<?> arrayOfNumbers) {
        return MethodHandles.byteArrayViewVarHandle(arrayOfNumbers, ByteOrder.BIG_ENDIAN);
    }

    /** Room for so many bytes, which grows; where it is exact, nothing is copied in the end. */
    static Bytes of(int capacity) {
        return new Bytes(capacity);
    }

    static Bytes of() {
        return new Bytes(64);
    }

    Bytes u8(int value) {
        int at = room(1);
        bytes[at] = (byte) value;
        return this;
    }

    Bytes u16(int value) {
        int at = room(Short.BYTES);
        SHORT.set(bytes, at, (short) value);
        return this;
    }

    Bytes i32(int value) {
        int at = room(Integer.BYTES);
        INT.set(bytes, at, value);
        return this;
    }

    Bytes i64(long value) {
        int at = room(Long.BYTES);
        LONG.set(bytes, at, value);
        return this;
    }

    Bytes f64(double value) {
        return i64(Double.doubleToRawLongBits(value));
    }

    /** As UTF-8, without its length: only at the end, or where what follows tells where it ends. */
    Bytes text(String text) {
        return all(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As UTF-8 with its length in four bytes before it. */
    Bytes string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return i32(utf8.length).all(utf8);
    }

    private Bytes all(byte[] more) {
        int at = room(more.length);
        System.arraycopy(more, 0, bytes, at, more.length);
        return this;
    }

    /** What was put together; nothing is added after that. */
    byte[] done() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
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
                && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The first eight bytes as a number without a sign; zeros where there are fewer. */
    static long start(byte[] key) {
        if (key.length >= Long.BYTES) {
            return (long) LONG.get(key, 0);
        }
        long start = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            start = start << Byte.SIZE | (i < key.length ? Byte.toUnsignedLong(key[i]) : 0);
        }
        return start;
    }

    /** Where the next so many bytes go. */
    private int room(int more) {
        int at = size;
        size = Math.addExact(at, more);
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size));
        }
        return at;
    }
}
