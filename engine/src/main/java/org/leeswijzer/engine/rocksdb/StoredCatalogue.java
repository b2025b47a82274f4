package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.works.Decisions;
import org.leeswijzer.engine.works.LinkKey;
import org.leeswijzer.engine.works.Links;

/**
 * All editions in memory and the works that they make up, their outside ids in the database. One thread changes it, many
 * read.
 */
public final class StoredCatalogue implements Catalogue {
    /*
     * An edition is what one record describes, or what a loan named before any record did. It has a number for ever, and its
     * work has that of the lowest of its editions. In a store from before schema 4 several records may have one edition.
     */
    private final Database database;
    private final Libraries libraries;
    private final Works works;
    private final Links links;

    /** By edition its own records. */
    private volatile Title[] editions = new Title[1024];

    /** By work the records of all its editions; without records where an edition is counted under another number. */
    private volatile Title[] titles = new Title[1024];

    private volatile int size;
    private volatile int described;

    StoredCatalogue(Database database, Libraries libraries, Works works, Links links) {
        this.database = database;
        this.libraries = libraries;
        this.works = works;
        this.links = links;
    }

    /** Reads all; the works are read already. */
    void load(Decisions decisions) {
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
        links.clear();
        for (int number = 0; number < count; number++) {
            loaded[number] = new Title(number, records.get(number));
            links.change(number, List.of(), records.get(number));
        }
        editions = loaded;
        titles = loaded.clone();
        size = count;
        described = (int) records.stream().filter(list -> !list.isEmpty()).count();
        for (int number = 0; number < count; number++) {
            IntList group = works.editions(number);
            if (group.size() > 1 || decisions.isSplitOff(records.get(number))) {
                show(group.isEmpty() ? IntList.of(number) : group, decisions);
            }
        }
    }

    /** The next number, for an edition of which nothing is known yet. */
    int add(Batch batch) {
        int number = size;
        if (number == editions.length) {
            editions = Arrays.copyOf(editions, 2 * number);
            titles = Arrays.copyOf(titles, 2 * number);
        }
        editions[number] = new Title(number, List.of());
        titles[number] = editions[number];
        size = number + 1;
        batch.put(Table.META, Meta.key(Meta.TITLES), Meta.value(size));
        return number;
    }

    /** What is known of an edition is other than before. */
    void replaceEdition(Title edition) {
        links.change(edition.number(), editions[edition.number()].records(), edition.records());
        Title[] all = editions;
        all[edition.number()] = edition;
        // A volatile write after the element's: who reads the array from now on sees the element.
        editions = all;
    }

    /**
     * Has readers see a work as its editions are now.
     *
     * @param group its editions, rising
     */
    void show(IntList group, Decisions decisions) {
        int work = group.getInt(0);
        List<TitleRecord> records = new ArrayList<>();
        boolean splitOff = true;
        for (int number : group) {
            List<TitleRecord> own = editions[number].records();
            records.addAll(own);
            splitOff &= decisions.isSplitOff(own);
            if (number != work) {
                replace(new Title(number, List.of()));
            }
        }
        replace(new Title(work, records, splitOff));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread changes it
    private void replace(Title title) {
        Title before = titles[title.number()];
        if (before.equals(title)) {
            return;
        }
        described += (title.records().isEmpty() ? 0 : 1) - (before.records().isEmpty() ? 0 : 1);
        Title[] all = titles;
        all[title.number()] = title;
        titles = all;
    }

    /** Works that a record describes. */
    public int described() {
        return described;
    }

    /** All works. */
    public int works() {
        return size - works.absorbed();
    }

    /** The edition of that number with its own records. */
    Title edition(int number) {
        return editions[number];
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
        for (Library each : library == null ? libraries.all() : List.of(library)) {
            OptionalInt edition = edition(database, new RecordId(each, id));
            if (edition.isPresent()) {
                return OptionalInt.of(works.of(edition.getAsInt()));
            }
        }
        Optional<Isbn> isbn = Isbn.find(id);
        return Stream.concat(
                        forms().flatMap(form -> isbn.map(i -> LinkKey.isbn(form, i)).stream()),
                        forms().map(form -> LinkKey.work(form, id)))
                .map(key -> best(links.of(key), library))
                .flatMap(Optional::stream)
                .mapToInt(edition -> works.of(edition.number()))
                .findFirst();
    }

    private static Stream<MediaType> forms() {
        return Arrays.stream(MediaType.values()).filter(media -> media.form() == media);
    }

    /* An ISBN that was printed on two books finds the one that the library has. */
    private Optional<Title> best(IntList some, @Nullable Library library) {
        return some.intStream()
                .mapToObj(number -> editions[number])
                .filter(edition -> !edition.records().isEmpty())
                .min(
                        Comparator.comparing(
                                        (Title edition) ->
                                                library == null || !edition.heldBy(library))
                                .thenComparing(edition -> edition.records().get(0)));
    }

    @Override
    public Copies copies(RecordId record) {
        byte[] key = CopyLayout.key(libraries.numberOrZero(record.library()), record.id());
        byte @Nullable [] value = database.get(Table.COPIES, key);
        return value == null ? Copies.UNTOLD : CopyLayout.copies(value);
    }

    @Override
    public boolean tellsOfCopies(@Nullable Library library) {
        byte[] prefix =
                library == null ? Bytes.EMPTY : CopyLayout.prefix(libraries.numberOrZero(library));
        boolean[] any = new boolean[1];
        database.scan(
                Table.COPIES,
                prefix,
                (key, value) -> {
                    any[0] = true;
                    return false;
                });
        return any[0];
    }

    /** The work of a record; empty if it was never seen. */
    public OptionalInt find(RecordId record) {
        OptionalInt edition = edition(database, record);
        return edition.isPresent()
                ? OptionalInt.of(works.of(edition.getAsInt()))
                : OptionalInt.empty();
    }

    /** The edition of a record. */
    OptionalInt edition(Reader reader, RecordId record) {
        byte[] key = AliasLayout.record(libraries.numberOrZero(record.library()), record.id());
        byte @Nullable [] value = reader.get(Table.ALIASES, key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(AliasLayout.edition(value));
    }

    /** The library's own ids of an edition, as its catalogue or its loans name it, rising. */
    List<String> recordsOf(Library library, int edition) {
        List<String> named = new ArrayList<>();
        if (edition(edition).records().isEmpty()) {
            database.scan(
                    Table.ALIASES,
                    AliasLayout.recordPrefix(libraries.numberOrZero(library)),
                    (key, value) -> {
                        if (AliasLayout.edition(value) == edition) {
                            named.add(AliasLayout.id(key));
                        }
                        return true;
                    });
        }
        edition(edition).records().stream()
                .filter(record -> record.library().equals(library))
                .forEach(record -> named.add(record.id()));
        named.sort(null);
        return named;
    }

    /** Of titles that no record describes yet, the records that loans have named; the first by library and id first. */
    public Int2ObjectMap<List<RecordId>> namedByLoans() {
        Int2ObjectMap<List<RecordId>> named = new Int2ObjectOpenHashMap<>();
        database.scan(
                Table.ALIASES,
                AliasLayout.recordPrefix(),
                (key, value) -> {
                    int number = AliasLayout.edition(value);
                    if (edition(number).records().isEmpty()) {
                        Library library = libraries.library(AliasLayout.library(key));
                        named.computeIfAbsent(number, n -> new ArrayList<>())
                                .add(new RecordId(library, AliasLayout.id(key)));
                    }
                    return true;
                });
        named.values().forEach(records -> records.sort(null));
        return named;
    }
}
