package org.leeswijzer.engine.rocksdb;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Editions by the ids that loans and records named lately; whoever finds nothing here asks the database. For one thread, under
 * the store's write lock.
 *
 * <p>Each id has one slot, and the later of two that share it stays.
 */
final class AliasCache {
    private static final int SLOTS = 1 << 17;

    private final byte[] @Nullable [] aliases = new byte[SLOTS] @Nullable [];
    private final int[] editions = new int[SLOTS];

    /** The edition of an alias as {@link AliasLayout} writes it; below 0 if it is not known here. */
    int edition(byte[] alias) {
        int slot = slot(alias);
        return Arrays.equals(aliases[slot], alias) ? editions[slot] : -1;
    }

    /** Notes whose alias it is now. */
    void put(byte[] alias, int edition) {
        int slot = slot(alias);
        aliases[slot] = alias;
        editions[slot] = edition;
    }

    /** The alias names nothing any more. */
    void forget(byte[] alias) {
        int slot = slot(alias);
        if (Arrays.equals(aliases[slot], alias)) {
            aliases[slot] = null;
        }
    }

    /** Nothing is known any more. */
    void clear() {
        Arrays.fill(aliases, null);
    }

    private static int slot(byte[] alias) {
        int hash = Arrays.hashCode(alias);
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }
}
