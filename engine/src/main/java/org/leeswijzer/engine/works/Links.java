package org.leeswijzer.engine.works;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.catalogue.TitleRecord;

/** Which editions have a key. Safe for use by many threads. */
public final class Links {
    /*
     * Most keys are had by one edition: its number stands where the key's hash leads. Where there are more it is one of the
     * negative numbers, and tells which of the lists has them.
     */
    private static final int NONE = Integer.MIN_VALUE;

    private final Long2IntOpenHashMap first = new Long2IntOpenHashMap();
    private final List<IntArrayList> lists = new ArrayList<>();

    public Links() {
        first.defaultReturnValue(NONE);
    }

    /** Nobody has any key. */
    public synchronized void clear() {
        first.clear();
        lists.clear();
    }

    /** The edition has other records now. */
    public synchronized void change(
            int edition, List<TitleRecord> before, List<TitleRecord> after) {
        LongSet old = hashes(before);
        LongSet now = hashes(after);
        for (LongIterator keys = old.iterator(); keys.hasNext(); ) {
            long key = keys.nextLong();
            if (!now.contains(key)) {
                remove(key, edition);
            }
        }
        for (LongIterator keys = now.iterator(); keys.hasNext(); ) {
            long key = keys.nextLong();
            if (!old.contains(key)) {
                add(key, edition);
            }
        }
    }

    /** Editions that have the key, in no particular order. */
    public synchronized IntList of(LinkKey key) {
        int at = first.get(key.hash());
        if (at == NONE) {
            return IntList.of();
        }
        return at >= 0 ? IntList.of(at) : new IntArrayList(lists.get(~at));
    }

    private static LongSet hashes(List<TitleRecord> records) {
        LongSet hashes = new LongOpenHashSet();
        records.forEach(record -> LinkKey.of(record).forEach(key -> hashes.add(key.hash())));
        return hashes;
    }

    private void add(long key, int edition) {
        int at = first.get(key);
        if (at == NONE) {
            first.put(key, edition);
        } else if (at >= 0) {
            lists.add(IntArrayList.of(at, edition));
            first.put(key, ~(lists.size() - 1));
        } else {
            lists.get(~at).add(edition);
        }
    }

    private void remove(long key, int edition) {
        int at = first.get(key);
        if (at >= 0) {
            first.remove(key);
        } else {
            lists.get(~at).rem(edition);
        }
    }
}
