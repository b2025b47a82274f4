package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.rocksdb.ItemLayout.Item;

/** Applies what libraries tell of their copies to a batch: of which record each is, and whether a reader can have it now. */
final class CopyKeeper {
    private final Batch batch;

    CopyKeeper(Batch batch) {
        this.batch = batch;
    }

    /** Notes which record an item is a copy of, and how it stands if that is said. */
    void seen(int library, ItemSeen seen) {
        Item before = item(library, seen.item());
        Boolean available = seen.available();
        if (available == null && before != null) {
            available = before.available();
        }
        replace(library, seen.item(), before, new Item(seen.title(), available));
    }

    /** Counts the item no more among the copies. */
    void gone(int library, String id) {
        Item before = item(library, id);
        if (before != null) {
            replace(library, id, before, new Item(before.record(), null));
        }
    }

    private void replace(int library, String id, @Nullable Item before, Item now) {
        if (now.equals(before)) {
            return;
        }
        batch.put(Table.ITEMS, ItemLayout.key(library, id), ItemLayout.value(now));
        if (before != null) {
            count(library, before, -1);
        }
        count(library, now, 1);
    }

    private void count(int library, Item item, int by) {
        if (item.available() == null) {
            return;
        }
        byte[] key = CopyLayout.key(library, item.record());
        byte @Nullable [] value = batch.get(Table.COPIES, key);
        Copies copies = value == null ? Copies.UNTOLD : CopyLayout.copies(value);
        int told = copies.told() + by;
        if (told == 0) {
            batch.delete(Table.COPIES, key);
        } else {
            int available = copies.available() + (item.available() ? by : 0);
            batch.put(Table.COPIES, key, CopyLayout.value(new Copies(told, available)));
        }
    }

    private @Nullable Item item(int library, String id) {
        byte @Nullable [] value = batch.get(Table.ITEMS, ItemLayout.key(library, id));
        return value == null ? null : ItemLayout.item(value);
    }
}
