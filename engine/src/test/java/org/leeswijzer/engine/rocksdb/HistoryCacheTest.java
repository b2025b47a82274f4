package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.similarity.History;

class HistoryCacheTest {
    private static final int LIBRARY = 1;
    private static final long ROOM_FOR_TWO = 100;

    private final Stored stored = new Stored();

    @BeforeEach
    void threePatronsAreStored() {
        for (int patron = 0; patron < 3; patron++) {
            stored.put(patron, History.of(new int[] {patron}, new int[] {7}));
        }
    }

    @Test
    void readsEachOnceAsLongAsThereIsRoom() {
        HistoryCache cache = cache(ROOM_FOR_TWO);
        for (int round = 0; round < 5; round++) {
            for (int patron = 0; patron < 3; patron++) {
                assertThat(cache.of(LIBRARY, patron).title(0)).isEqualTo(patron);
            }
        }
        assertThat(stored.reads)
                .as("two that stay, and one for which there is no room")
                .isEqualTo(7);
    }

    @Test
    void keepsWhatChangedAndForgetsWhoIsGone() {
        HistoryCache cache = cache(ROOM_FOR_TWO);
        cache.fill();
        Int2ObjectMap<History> changed = new Int2ObjectOpenHashMap<>();
        changed.put(1, History.of(new int[] {5}, new int[] {8}));
        changed.put(2, History.EMPTY);
        changed.put(4, History.EMPTY);
        cache.changed(changed);
        assertThat(cache.of(LIBRARY, 1).title(0)).isEqualTo(5);
        assertThat(cache.of(LIBRARY, 0).title(0)).isZero();
        assertThat(stored.reads).as("all from memory").isZero();
        stored.values.remove(2);
        assertThatIllegalStateException().isThrownBy(() -> cache.of(LIBRARY, 2));
    }

    @Test
    void whoIsNotStoredIsADamage() {
        assertThatIllegalStateException()
                .isThrownBy(() -> cache(ROOM_FOR_TWO).of(LIBRARY, 3))
                .withMessageContaining("damaged");
    }

    private HistoryCache cache(long mostBytes) {
        HistoryCache cache = new HistoryCache(stored, mostBytes);
        cache.ensure(3);
        return cache;
    }

    /** Counts what is read one by one. */
    private static final class Stored implements Reader {
        private final TreeMap<Integer, byte[]> values = new TreeMap<>();
        private int reads;

        void put(int patron, History history) {
            values.put(patron, HistoryLayout.value(new PatronKey(0, patron), history));
        }

        @Override
        public byte @Nullable [] get(Table table, byte[] key) {
            reads++;
            return values.get(HistoryLayout.patron(key));
        }

        @Override
        public void scan(Table table, byte[] prefix, Visitor visitor) {
            for (var entry : values.entrySet()) {
                if (!visitor.visit(HistoryLayout.key(LIBRARY, entry.getKey()), entry.getValue())) {
                    return;
                }
            }
        }
    }
}
