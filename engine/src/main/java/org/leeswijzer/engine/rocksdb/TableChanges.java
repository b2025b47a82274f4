package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenCustomHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    private final Object2ObjectOpenCustomHashMap<byte[], byte[]> hashed;
    private @Nullable NavigableMap<byte[], byte[]> sorted;
    private List<Change> ordered = List.of();

    /** @param expected about so many keys */
    TableChanges(int expected) {
        hashed = new Object2ObjectOpenCustomHashMap<>(expected, new ByContent());
    }

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

    /** Puts all changes in order of their keys' bytes; nothing is changed after that. */
    void order() {
        List<Change> all = new ArrayList<>(hashed.size());
        (sorted == null ? hashed : sorted).forEach((key, value) -> all.add(new Change(key, value)));
        if (sorted == null) {
            all.sort(Change.BY_KEY);
        }
        ordered = all;
    }

    /** All changes as {@link #order} has put them. */
    List<Change> inOrder() {
        return ordered;
    }

    /** A key and what it was last given. */
    static final class Change {
        private static final Comparator<Change> BY_KEY =
                (a, b) -> {
                    int byStart = Long.compareUnsigned(a.start, b.start);
                    return byStart != 0 ? byStart : Arrays.compareUnsigned(a.key, b.key);
                };

        final byte[] key;
        final byte[] value;

        /** The key's first eight bytes: most keys differ there, and numbers are soon compared. */
        private final long start;

        private Change(byte[] key, byte[] value) {
            this.key = key;
            this.value = value;
            start = Bytes.start(key);
        }
    }
}
