package org.leeswijzer.engine.rocksdb;

import java.time.Instant;
import org.leeswijzer.engine.suggest.Blend;

/**
 * Which model version is served, as one write of {@link Meta} values publishes it.
 *
 * @param pinned whether its rows are left as they stand, but for what is taken out of them
 */
record PublishedModel(int version, Instant trained, Blend blend, boolean pinned) {

    static PublishedModel read(Reader reader) {
        return new PublishedModel(
                Math.toIntExact(Meta.number(reader, Meta.SERVING, 0)),
                Instant.ofEpochMilli(Meta.number(reader, Meta.TRAINED, 0)),
                new Blend(
                        decimal(reader, Meta.KINSHIP_WEIGHT, Blend.DEFAULT.kinshipWeight()),
                        decimal(reader, Meta.RECENCY_DAYS, Blend.DEFAULT.recencyDays()),
                        decimal(
                                reader,
                                Meta.POPULARITY_PENALTY,
                                Blend.DEFAULT.popularityPenalty())),
                Meta.number(reader, Meta.PINNED, 0) == 1);
    }

    void write(Batch batch) {
        put(batch, Meta.SERVING, version);
        put(batch, Meta.TRAINED, trained.toEpochMilli());
        put(batch, Meta.KINSHIP_WEIGHT, Double.doubleToRawLongBits(blend.kinshipWeight()));
        put(batch, Meta.RECENCY_DAYS, Double.doubleToRawLongBits(blend.recencyDays()));
        put(batch, Meta.POPULARITY_PENALTY, Double.doubleToRawLongBits(blend.popularityPenalty()));
        put(batch, Meta.PINNED, pinned ? 1 : 0);
    }

    PublishedModel unpinned() {
        return new PublishedModel(version, trained, blend, false);
    }

    private static double decimal(Reader reader, String name, double otherwise) {
        return Double.longBitsToDouble(
                Meta.number(reader, name, Double.doubleToRawLongBits(otherwise)));
    }

    private static void put(Batch batch, String name, long value) {
        batch.put(Table.META, Meta.key(name), Meta.value(value));
    }
}
