package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Promise;

/**
 * Up to which day the loans of which patrons are not held: asked of every loan, so all of it is in memory. Of the promises
 * themselves the database is asked. For one thread, under the store's write lock.
 */
final class Promises {
    private final Int2ObjectMap<Object2IntMap<PatronKey>> days = new Int2ObjectOpenHashMap<>();

    void load(Reader reader) {
        days.clear();
        reader.scan(
                Table.PROMISES,
                Bytes.EMPTY,
                (key, value) -> {
                    note(
                            PromiseLayout.library(key),
                            PromiseLayout.patronKey(key),
                            PromiseLayout.promise(value));
                    return true;
                });
    }

    /** The last day whose loans are not held; before any day for whom nothing was promised. */
    int forgottenUntil(int library, PatronKey patron) {
        Object2IntMap<PatronKey> ofLibrary = days.get(library);
        return ofLibrary == null ? Promise.NO_DAY : ofLibrary.getInt(patron);
    }

    static Promise stored(Reader reader, int library, PatronKey patron) {
        byte @Nullable [] value = reader.get(Table.PROMISES, PromiseLayout.key(library, patron));
        return value == null ? Promise.NONE : PromiseLayout.promise(value);
    }

    void put(int library, PatronKey patron, Promise promise, Batch batch) {
        batch.put(Table.PROMISES, PromiseLayout.key(library, patron), PromiseLayout.value(promise));
        note(library, patron, promise);
    }

    private void note(int library, PatronKey patron, Promise promise) {
        // Who only lets suggestions be made of their loans is none of those whose loans are
        // refused.
        if (promise.forgottenUntil() != Promise.NO_DAY) {
            days.computeIfAbsent(library, l -> none()).put(patron, promise.forgottenUntil());
        }
    }

    private static Object2IntMap<PatronKey> none() {
        Object2IntMap<PatronKey> none = new Object2IntOpenHashMap<>();
        none.defaultReturnValue(Promise.NO_DAY);
        return none;
    }
}
