package org.leeswijzer.engine.rocksdb;

import org.leeswijzer.engine.loan.StoreException;

/** Brings a store that an older engine made up to the schema of this one. */
final class Migration {
    private static final long WITH_OVERLAP = 2;
    private static final long WITH_WORKS = 4;

    private Migration() {}

    /**
     * Notes the schema of a new store, and brings an older one up.
     *
     * @throws StoreException if a newer engine made it, or if it is older and must not be written
     */
    static void check(Database database, boolean readOnly) {
        long schema = Meta.number(database, Meta.SCHEMA, 0);
        if (schema > Meta.SCHEMA_VERSION) {
            throw new StoreException(
                    "the store has schema %d, made by a newer Leeswijzer; this one reads up to %d: run the newer one"
                            .formatted(schema, Meta.SCHEMA_VERSION),
                    database.path());
        }
        if (schema == 0 && !readOnly) {
            database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(Meta.SCHEMA_VERSION));
        }
        if (schema > 0 && schema < Meta.SCHEMA_VERSION) {
            bringUp(database, schema, readOnly);
        }
    }

    private static void bringUp(Database database, long schema, boolean readOnly) {
        if (readOnly) {
            throw new StoreException(
                    "the store has schema %d, and this Leeswijzer reads %d: let it serve or retrain first, which brings the store up to it"
                            .formatted(schema, Meta.SCHEMA_VERSION),
                    database.path());
        }
        if (schema < WITH_OVERLAP) {
            computeNeighboursAnew(database);
        }
        if (schema < WITH_WORKS) {
            dropSharedAliases(database);
        }
        database.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(Meta.SCHEMA_VERSION));
    }

    /*
     * The schema is written last, so that an end of the process in between begins it again.
     *
     * From 2 to 3 patrons got promises and libraries secrets that are rotated: there are none yet, and an older engine would
     * not keep them.
     *
     * From 1 to 2 neighbours got their overlap and blends their third weight, and what kinship weighs is told in patrons. All
     * of it is made of the loans: it goes, the version that serves keeps its number, and every title is computed anew as after
     * a stop that was not clean.
     *
     * From 3 to 4 every record got a number of its own, and works are put together of these: records that shared a number
     * keep it, as their loans cannot be told apart, and those that come get their own.
     *
     * From 4 to 5 readers' opinions got their tables, which are empty; an older engine could not open a store with them.
     */

    /** Safe to do again. */
    private static void computeNeighboursAnew(Database database) {
        database.deleteRange(
                Table.NEIGHBOURS,
                NeighbourLayout.prefix(0),
                NeighbourLayout.prefix(Integer.MAX_VALUE));
        database.deleteRange(Table.MODELS, ModelLayout.key(0), ModelLayout.key(Integer.MAX_VALUE));
        try (Batch batch = database.batch()) {
            batch.delete(Table.META, Meta.key(Meta.KINSHIP_WEIGHT));
            batch.delete(Table.META, Meta.key(Meta.RECENCY_DAYS));
            batch.delete(Table.META, Meta.key(Meta.PINNED));
            batch.delete(Table.META, Meta.key(Meta.DIRTY));
            database.write(batch);
        }
    }

    /** Works and ISBNs, which are looked for among the records now. */
    private static void dropSharedAliases(Database database) {
        for (char first : new char[] {'i', 'w'}) {
            database.deleteRange(
                    Table.ALIASES, Bytes.of(1).u8(first).done(), Bytes.of(1).u8(first + 1).done());
        }
    }
}
