package org.leeswijzer.engine.rocksdb;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.Verdict;
import org.leeswijzer.engine.suggest.Blend;

/**
 * The versions of the model that are known, and which of them serves, in memory as in the database. Changed under the
 * store's write lock; read by many threads.
 */
final class Versions {
    private static final String UNKNOWN = "unknown";

    private final Database database;
    private volatile PublishedModel published =
            new PublishedModel(0, Instant.EPOCH, Blend.DEFAULT, false);
    private volatile SortedMap<Integer, ModelVersion> records = Collections.emptySortedMap();

    Versions(Database database) {
        this.database = database;
    }

    void load() {
        published = PublishedModel.read(database);
        SortedMap<Integer, ModelVersion> loaded = new TreeMap<>();
        database.scan(
                Table.MODELS,
                Bytes.EMPTY,
                (key, value) -> {
                    int number = ModelLayout.number(key);
                    loaded.put(number, ModelLayout.version(number, value));
                    return true;
                });
        records = Collections.unmodifiableSortedMap(loaded);
    }

    /** Gives a record to a serving version that is older than records are. */
    void adopt(int minBorrowers) {
        PublishedModel old = published;
        if (old.version() > 0 && !records.containsKey(old.version())) {
            write(
                    old,
                    List.of(
                            new ModelVersion(
                                    old.version(),
                                    ModelState.SERVING,
                                    old.trained(),
                                    Duration.ZERO,
                                    UNKNOWN,
                                    new Parameters(old.blend(), minBorrowers),
                                    null,
                                    null,
                                    Verdict.NONE,
                                    new Published(UNKNOWN, old.trained(), null),
                                    null)));
        }
    }

    PublishedModel published() {
        return published;
    }

    int serving() {
        return published.version();
    }

    /** By number. */
    List<ModelVersion> all() {
        return List.copyOf(records.values());
    }

    Optional<ModelVersion> find(int number) {
        return Optional.ofNullable(records.get(number));
    }

    /*
     * The rows of a retrain's candidate are made of loans as they were when it began. They are left out, and brought up to
     * date at once when all are there.
     */

    /** Numbers, rising, of those whose rows shrink with every removal. */
    int[] shrinking() {
        return IntStream.concat(
                        IntStream.of(serving()),
                        records.values().stream()
                                .filter(
                                        version ->
                                                version.state() != ModelState.CANDIDATE
                                                        || version.origin() != null)
                                .mapToInt(ModelVersion::number))
                .distinct()
                .sorted()
                .toArray();
    }

    /** A number that no version has had. */
    int reserve() {
        int last =
                Stream.concat(Stream.of(serving()), records.keySet().stream())
                        .max(Integer::compare)
                        .orElse(0);
        int next = Math.toIntExact(Meta.number(database, Meta.VERSIONS, last)) + 1;
        database.put(Table.META, Meta.key(Meta.VERSIONS), Meta.value(next));
        return next;
    }

    /** Writes what serves and the records that changed, all at once. */
    void write(PublishedModel serves, Collection<ModelVersion> changed) {
        SortedMap<Integer, ModelVersion> next = new TreeMap<>(records);
        try (Batch batch = database.batch()) {
            serves.write(batch);
            for (ModelVersion version : changed) {
                next.put(version.number(), version);
                batch.put(
                        Table.MODELS,
                        ModelLayout.key(version.number()),
                        ModelLayout.value(version));
            }
            database.write(batch);
        }
        records = Collections.unmodifiableSortedMap(next);
        published = serves;
    }

    /** Forgets versions; their rows are the caller's to delete, after this. */
    void forget(Collection<Integer> numbers) {
        SortedMap<Integer, ModelVersion> next = new TreeMap<>(records);
        try (Batch batch = database.batch()) {
            for (int number : numbers) {
                next.remove(number);
                batch.delete(Table.MODELS, ModelLayout.key(number));
            }
            database.write(batch);
        }
        records = Collections.unmodifiableSortedMap(next);
    }
}
