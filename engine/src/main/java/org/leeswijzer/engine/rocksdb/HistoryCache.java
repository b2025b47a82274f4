package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.similarity.History;

/**
 * Patrons' histories as they are stored, kept in memory as far as there is room: whoever computes a popular title's
 * neighbours wants those of thousands. Used under the store's lock: the shared one to read, the other to tell of changes.
 */
final class HistoryCache {
    /*
     * An array by patron number, which all libraries count on together. Readers fill it without a lock of their own: a
     * history is immutable, and whichever of two equal ones stays is as good.
     */
    private static final int OVERHEAD = 40;
    private static final int PART_OF_MEMORY = 8;

    private final Reader reader;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable History[] histories = new History[0];

    HistoryCache(Reader reader) {
        this(reader, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /** @param mostBytes about so many are taken */
    HistoryCache(Reader reader, long mostBytes) {
        this.reader = reader;
        this.mostBytes = mostBytes;
    }

    /**
     * The history of someone who has loans.
     *
     * @throws IllegalStateException if it is not there
     */
    History of(int library, int patron) {
        History kept = kept(patron);
        return kept == null ? read(library, patron) : kept;
    }

    /** The history if it is in memory. */
    @Nullable History kept(int patron) {
        return patron < histories.length ? histories[patron] : null;
    }

    private History read(int library, int patron) {
        byte @Nullable [] value = reader.get(Table.HISTORIES, HistoryLayout.key(library, patron));
        if (value == null) {
            throw new IllegalStateException("a borrower without a history: the store is damaged");
        }
        History history = HistoryLayout.history(value);
        boolean unused = keep(patron, history);
        return history;
    }

    /** Keeps the history if there is room; returns whether there was. */
    private boolean keep(int patron, History history) {
        long size = bytes(history);
        if (patron >= histories.length || bytes.get() + size > mostBytes) {
            return false;
        }
        bytes.addAndGet(size);
        histories[patron] = history;
        return true;
    }

    /** Reads all that there is room for, from first to last. */
    void fill() {
        reader.scan(
                Table.HISTORIES,
                Bytes.EMPTY,
                (key, value) -> keep(HistoryLayout.patron(key), HistoryLayout.history(value)));
    }

    /** Makes room for so many patrons. */
    void ensure(int patrons) {
        if (patrons > histories.length) {
            histories =
                    Arrays.copyOf(
                            histories, Math.max(patrons, histories.length + histories.length / 2));
        }
    }

    /** The histories of these patrons are others now, empty for those that are gone. */
    void changed(Int2ObjectMap<History> changed) {
        changed.forEach(
                (patron, history) -> {
                    ensure(patron + 1);
                    History before = histories[patron];
                    if (before != null) {
                        bytes.addAndGet(-bytes(before));
                        histories[patron] = null;
                    }
                    if (history.size() > 0) {
                        boolean unused = keep(patron, history);
                    }
                });
    }

    /** Nothing is known any more. */
    void clear() {
        Arrays.fill(histories, null);
        bytes.set(0);
    }

    private static long bytes(History history) {
        return OVERHEAD + (long) history.size() * Long.BYTES;
    }
}
