package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/** All titles in memory, their outside ids in the database. One thread changes it, many read. */
final class StoredCatalogue implements Catalogue {
    private final Database database;
    private final Libraries libraries;
    private volatile Title[] titles = new Title[1024];
    private volatile int size;
    private volatile int described;

    StoredCatalogue(Database database, Libraries libraries) {
        this.database = database;
        this.libraries = libraries;
    }

    void load() {
        int count = Math.toIntExact(Meta.number(database, Meta.TITLES, 0));
        List<List<TitleRecord>> records = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            records.add(new ArrayList<>(1));
        }
        database.scan(
                Table.RECORDS,
                Bytes.EMPTY,
                (key, value) -> {
                    Library library = libraries.library(RecordLayout.library(key));
                    records.get(RecordLayout.title(key))
                            .add(RecordLayout.record(library, key, value));
                    return true;
                });
        Title[] loaded = new Title[Math.max(1024, count)];
        for (int number = 0; number < count; number++) {
            loaded[number] = new Title(number, records.get(number));
        }
        titles = loaded;
        size = count;
        described = (int) records.stream().filter(list -> !list.isEmpty()).count();
    }

    /** The next number, for a title of which nothing is known yet. */
    int add(Batch batch) {
        int number = size;
        if (number == titles.length) {
            titles = Arrays.copyOf(titles, 2 * number);
        }
        titles[number] = new Title(number, List.of());
        size = number + 1;
        batch.put(Table.META, Meta.key(Meta.TITLES), Meta.value(size));
        return number;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread changes it
    void replace(Title title) {
        boolean before = !titles[title.number()].records().isEmpty();
        boolean now = !title.records().isEmpty();
        described += (now ? 1 : 0) - (before ? 1 : 0);
        Title[] all = titles;
        all[title.number()] = title;
        // A volatile write after the element's: who reads the array from now on sees the element.
        titles = all;
    }

    int described() {
        return described;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Title title(int number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException(
                    "title is %d: give 0 to %d".formatted(number, size - 1));
        }
        return titles[number];
    }

    @Override
    public OptionalInt find(@Nullable Library library, String id) {
        return candidates(library, id).stream()
                .map(key -> database.get(Table.ALIASES, key))
                .filter(value -> value != null)
                .mapToInt(AliasLayout::title)
                .findFirst();
    }

    OptionalInt find(RecordId record) {
        byte[] key = AliasLayout.record(libraries.numberOrZero(record.library()), record.id());
        byte @Nullable [] value = database.get(Table.ALIASES, key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(AliasLayout.title(value));
    }

    /** Of titles that no record describes yet, the records that loans have named; the first by library and id first. */
    Int2ObjectMap<List<RecordId>> namedByLoans() {
        Int2ObjectMap<List<RecordId>> named = new Int2ObjectOpenHashMap<>();
        database.scan(
                Table.ALIASES,
                AliasLayout.recordPrefix(),
                (key, value) -> {
                    int number = AliasLayout.title(value);
                    if (title(number).records().isEmpty()) {
                        Library library = libraries.library(AliasLayout.library(key));
                        named.computeIfAbsent(number, n -> new ArrayList<>())
                                .add(new RecordId(library, AliasLayout.id(key)));
                    }
                    return true;
                });
        named.values().forEach(records -> records.sort(null));
        return named;
    }

    private List<byte[]> candidates(@Nullable Library library, String id) {
        List<byte[]> keys = new ArrayList<>();
        for (Library each : library == null ? libraries.all() : List.of(library)) {
            keys.add(AliasLayout.record(libraries.numberOrZero(each), id));
        }
        Optional<Isbn> isbn = Isbn.find(id);
        for (MediaType media : MediaType.values()) {
            isbn.ifPresent(found -> keys.add(AliasLayout.isbn(media, found)));
        }
        for (MediaType media : MediaType.values()) {
            keys.add(AliasLayout.work(media, id));
        }
        return keys;
    }
}
