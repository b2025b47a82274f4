package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The few values there are one of: names are text, numbers are 8 bytes. */
final class Meta {
    /** Of the whole store: raised when an older engine could not read it, or this one not what an older one wrote. */
    static final String SCHEMA = "schema";

    static final long SCHEMA_VERSION = 5;

    /** So many editions have a number; that of a work is the lowest of its editions'. */
    static final String TITLES = "titles";

    /** So many patrons have had a number. */
    static final String PATRONS = "patrons";

    static final String LOANS = "loans";
    static final String PARKED = "parked";

    /** So many model versions have had a number. */
    static final String VERSIONS = "versions";

    /** The model version that is served. */
    static final String SERVING = "serving";

    /** 1 if its rows are left as they stand. */
    static final String PINNED = "pinned";

    /** When its retrain began, in epoch milliseconds. */
    static final String TRAINED = "trained";

    /** Its blend, as the bits of three doubles. */
    static final String KINSHIP_WEIGHT = "kinshipWeight";

    static final String RECENCY_DAYS = "recencyDays";

    static final String POPULARITY_PENALTY = "popularityPenalty";

    /** That the stored neighbours keep to. */
    static final String MIN_BORROWERS = "minBorrowers";

    /** Titles to compute anew, 4 bytes each; there only after a clean stop. */
    static final String DIRTY = "dirty";

    /** What the stored works were put together by: {@link WorkRules}. */
    static final String WORK_RULES = "workRules";

    /** There while a first load is taken in: {@link LoadFolder}. */
    static final String LOAD = "load";

    /** The last day, since 1970, that the clock was believed to say. */
    static final String DAY = "day";

    /** There while a store that was restored may hold patrons who were erased since: {@link RestoredLayout}. */
    static final String RESTORED = "restored";

    /** There while a library's keys are changed: {@link RekeyFolder}. */
    static final String REKEY = "rekey";

    private static final String LIBRARY = "library/";

    private static final String ROTATION = "rotation/";

    private Meta() {}

    static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** A library by its number, which sorts as it counts. */
    static byte[] libraryKey(int number) {
        return Bytes.of().text(LIBRARY).u16(number).done();
    }

    /** How often the secret of that library was rotated that its keys are under; none is there for 0. */
    static byte[] rotationKey(int library) {
        return Bytes.of().text(ROTATION).u16(library).done();
    }

    static byte[] libraryPrefix() {
        return key(LIBRARY);
    }

    static long number(Reader reader, String name, long otherwise) {
        return number(reader, key(name), otherwise);
    }

    static long number(Reader reader, byte[] key, long otherwise) {
        byte @Nullable [] value = reader.get(Table.META, key);
        return value == null ? otherwise : ByteBuffer.wrap(value).getLong();
    }

    static byte[] value(long number) {
        return Bytes.of(8).i64(number).done();
    }
}
