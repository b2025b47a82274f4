package org.leeswijzer.engine.rocksdb;

/** Brings a store that an older engine made up to the schema of this one. */
final class Migration {
    private Migration() {}

    /*
     * From 1 to 2 neighbours got their overlap and blends their third weight, and what kinship weighs is told in patrons. All
     * of it is made of the loans: it goes, the version that serves keeps its number, and every title is computed anew as after
     * a stop that was not clean. The schema is written last, so that an end of the process in between begins it again.
     */

    /** Safe to do again. */
    static void run(Database database) {
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
            batch.put(Table.META, Meta.key(Meta.SCHEMA), Meta.value(Meta.SCHEMA_VERSION));
            database.write(batch);
        }
    }
}
