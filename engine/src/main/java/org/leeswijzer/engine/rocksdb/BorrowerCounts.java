package org.leeswijzer.engine.rocksdb;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Scope;

/**
 * How many patrons of each library count for each title, in memory; the consortium's are their sums. One thread changes
 * them, under the store's lock; who needs counts that fit together reads under it too.
 */
final class BorrowerCounts {
    /** By scope number: 0 is the consortium. */
    private final List<OfScope> scopes = new CopyOnWriteArrayList<>(List.of(new OfScope()));

    void load(Reader reader) {
        scopes.clear();
        scopes.add(new OfScope());
        reader.scan(
                Table.COUNTS,
                Bytes.EMPTY,
                (key, value) -> {
                    add(
                            CountLayout.library(key),
                            CountLayout.title(key),
                            CountLayout.patrons(value));
                    return true;
                });
    }

    /** Changes a count and writes it; the title may be {@link CountLayout#PATRONS}. */
    void add(int library, int title, int change, Batch batch) {
        int now = add(library, title, change);
        byte[] key = CountLayout.key(library, title);
        if (now == 0) {
            batch.delete(Table.COUNTS, key);
        } else {
            batch.put(Table.COUNTS, key, CountLayout.value(now));
        }
    }

    Marginals of(Scope scope) {
        return scope(scope.number());
    }

    private int add(int library, int title, int change) {
        scope(0).add(title, change);
        return scope(library).add(title, change);
    }

    private OfScope scope(int number) {
        while (scopes.size() <= number) {
            scopes.add(new OfScope());
        }
        return scopes.get(number);
    }

    private static final class OfScope implements Marginals {
        private volatile int[] byTitle = new int[1024];
        private volatile int patrons;

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread changes it
        int add(int title, int change) {
            if (title == CountLayout.PATRONS) {
                patrons += change;
                return patrons;
            }
            int[] counts = byTitle;
            if (title >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(title + 1, 2 * counts.length));
                byTitle = counts;
            }
            counts[title] += change;
            return counts[title];
        }

        @Override
        public int borrowers(int title) {
            int[] counts = byTitle;
            return title < counts.length ? counts[title] : 0;
        }

        @Override
        public int patrons() {
            return patrons;
        }
    }
}
