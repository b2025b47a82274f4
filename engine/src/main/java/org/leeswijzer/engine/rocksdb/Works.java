package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.Arrays;

/**
 * Which work an edition belongs to. Loans are of editions and never move; all that is counted goes by works. One thread
 * changes it, under the store's lock; many read.
 */
final class Works {
    /** By edition; one that lies beyond is a work of its own. */
    private volatile int[] works = new int[0];

    /** Of works with more than one edition all of them, rising. */
    private final Int2ObjectMap<IntList> editions = new Int2ObjectOpenHashMap<>();

    private int absorbed;

    void load(Reader reader) {
        works = new int[0];
        editions.clear();
        absorbed = 0;
        reader.scan(
                Table.WORKS,
                Bytes.EMPTY,
                (key, value) -> {
                    set(WorkLayout.edition(key), WorkLayout.work(value));
                    return true;
                });
    }

    /** The number of the edition's work. */
    int of(int edition) {
        int[] all = works;
        return edition < all.length ? all[edition] : edition;
    }

    /** All editions of the work, rising; one that has been absorbed has none. */
    IntList editions(int work) {
        IntList more = editions.get(work);
        if (more != null) {
            return more;
        }
        return of(work) == work ? IntList.of(work) : IntList.of();
    }

    /** So many editions are counted under the number of another. */
    int absorbed() {
        return absorbed;
    }

    /** Moves an edition to a work and writes it. */
    void move(int edition, int work, Batch batch) {
        set(edition, work);
        if (edition == work) {
            batch.delete(Table.WORKS, WorkLayout.key(edition));
        } else {
            batch.put(Table.WORKS, WorkLayout.key(edition), WorkLayout.value(work));
        }
    }

    private void set(int edition, int work) {
        int before = of(edition);
        absorbed += (edition == work ? 0 : 1) - (edition == before ? 0 : 1);
        leave(edition, before);
        int[] all = works;
        int last = Math.max(edition, work);
        if (last >= all.length) {
            int size = all.length;
            all = Arrays.copyOf(all, Math.max(last + 1, size + size / 2));
            for (int i = size; i < all.length; i++) {
                all[i] = i;
            }
        }
        all[edition] = work;
        // A volatile write after the element's: who reads the array from now on sees the element.
        works = all;
        enter(edition, work);
    }

    private void leave(int edition, int work) {
        IntList more = editions.get(work);
        if (more != null) {
            more.rem(edition);
            if (more.isEmpty()) {
                editions.remove(work);
            }
        }
    }

    private void enter(int edition, int work) {
        IntList more = editions.get(work);
        if (more == null) {
            if (edition == work) {
                return;
            }
            more = new IntArrayList();
            if (of(work) == work) {
                more.add(work);
            }
            editions.put(work, more);
        }
        if (!more.contains(edition)) {
            more.add(edition);
            more.sort((IntComparator) null);
        }
    }
}
