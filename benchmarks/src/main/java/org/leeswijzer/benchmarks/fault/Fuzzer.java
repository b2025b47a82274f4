package org.leeswijzer.benchmarks.fault;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Spoils what is well: bytes are flipped, cut out, doubled and swapped, and values are replaced by others. */
final class Fuzzer {
    private static final byte[][] OTHERS = {
        Publishing.bytes("null"),
        Publishing.bytes("-1"),
        Publishing.bytes("1e999"),
        Publishing.bytes("[[[[{\"a\":{}}]]]]"),
        Publishing.bytes("\"\""),
        Publishing.bytes("\"9999-99-99\""),
        Publishing.bytes("\"\\ud800\""),
        Publishing.bytes("'"),
        {(byte) 0xff, (byte) 0xfe, 0},
        {(byte) 0xc3, 0x28},
    };
    private static final int MOST_SPOILINGS = 4;
    private static final int WELL = 8;
    private static final int LONGEST_PIECE = 24;

    private final SplittableRandom random;

    Fuzzer(SplittableRandom random) {
        this.random = random;
    }

    /** One in eight stays as it is. */
    byte[] spoil(byte[] well) {
        byte[] bytes = well;
        if (random.nextInt(WELL) > 0) {
            int times = 1 + random.nextInt(MOST_SPOILINGS);
            for (int i = 0; i < times && bytes.length > 0; i++) {
                bytes = once(bytes);
            }
        }
        return bytes;
    }

    /** The same, in one line still. */
    byte[] spoilLine(byte[] well) {
        byte[] bytes = spoil(well);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' || bytes[i] == '\r' ? (byte) '~' : bytes[i];
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + random.nextInt(LONGEST_PIECE));
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at);
            case 1 -> replaced(bytes, at, to, new byte[0]);
            case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> replaced(bytes, at, to, OTHERS[random.nextInt(OTHERS.length)]);
            default -> value(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return other;
    }

    /** Another value behind the next colon. */
    private byte[] value(byte[] bytes, int at) {
        int colon = at;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int end = colon;
        while (end < bytes.length && bytes[end] != ',' && bytes[end] != '}') {
            end++;
        }
        return colon == bytes.length
                ? flipped(bytes, at)
                : replaced(bytes, colon + 1, end, OTHERS[random.nextInt(OTHERS.length)]);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        int end = Math.max(from, to);
        byte[] other = Arrays.copyOf(bytes, bytes.length - (end - from) + by.length);
        System.arraycopy(by, 0, other, from, by.length);
        System.arraycopy(bytes, end, other, from + by.length, bytes.length - end);
        return other;
    }
}
