package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenCustomHashMap;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is changed in one table: the last change of every key. Not safe for many threads. */
final class TableChanges {
    /*
     * Most batches ask for single keys only, and a hash answers that sooner than a sorted map does. Who walks over keys needs
     * them in order: from the first walk on they are kept so, and otherwise sorted once at the end.
     */
    private final Object2ObjectOpenCustomHashMap<byte[], byte[]> hashed =
            new Object2ObjectOpenCustomHashMap<>(new ByContent());
    private @Nullable NavigableMap<byte[], byte[]> sorted;

    private static final class ByContent implements Hash.Strategy<byte[]> {
        @Override
        public int hashCode(byte[] key) {
            return Arrays.hashCode(key);
        }

        @Override
        public boolean equals(byte @Nullable [] a, byte @Nullable [] b) {
            return Arrays.equals(a, b);
        }
    }

    /** The value that the key was last given; null if it was not changed. */
    byte @Nullable [] get(byte[] key) {
        return sorted == null ? hashed.get(key) : sorted.get(key);
    }

    void put(byte[] key, byte[] value) {
        if (sorted == null) {
            hashed.put(key, value);
        } else {
            sorted.put(key, value);
        }
    }

    /** A copy of those changes whose keys start so, in order of their bytes. */
    NavigableMap<byte[], byte[]> startingWith(byte[] prefix) {
        NavigableMap<byte[], byte[]> some = new TreeMap<>(Arrays::compareUnsigned);
        for (Map.Entry<byte[], byte[]> change : sorted().tailMap(prefix, true).entrySet()) {
            if (!Bytes.startsWith(change.getKey(), prefix)) {
                break;
            }
            some.put(change.getKey(), change.getValue());
        }
        return some;
    }

    private NavigableMap<byte[], byte[]> sorted() {
        NavigableMap<byte[], byte[]> all = sorted;
        if (all == null) {
            all = new TreeMap<>(Arrays::compareUnsigned);
            all.putAll(hashed);
            hashed.clear();
            sorted = all;
        }
        return all;
    }

    /** Keys, each with its value, in order of the keys' bytes. */
    byte[][][] inOrder() {
        Map<byte[], byte[]> all = sorted == null ? hashed : sorted;
        byte[][][] inOrder = new byte[all.size()][][];
        int at = 0;
        for (Map.Entry<byte[], byte[]> change : all.entrySet()) {
            inOrder[at++] = new byte[][] {change.getKey(), change.getValue()};
        }
        if (sorted == null) {
            Arrays.sort(inOrder, (a, b) -> Arrays.compareUnsigned(a[0], b[0]));
        }
        return inOrder;
    }
}
