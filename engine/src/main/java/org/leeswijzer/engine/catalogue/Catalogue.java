package org.leeswijzer.engine.catalogue;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;

/** All titles, by number and by outside id. Safe for use by many threads. */
public interface Catalogue {

    /** How many titles there are; their numbers are those below. */
    int size();

    /**
     * The title of that number.
     *
     * @throws IllegalArgumentException if there is none
     */
    Title title(int number);

    /**
     * The title that an outside id names, tried in this order: record id and human-readable id of the library (of every
     * library, in the order they were first seen, where none is given), ISBN-10 or ISBN-13, work id.
     */
    OptionalInt find(@Nullable Library library, String id);

    /** How the copies of a record stand. */
    default Copies copies(RecordId record) {
        return Copies.UNTOLD;
    }

    /** Whether the library tells of any copy how it stands; whether any library does, where none is given. */
    default boolean tellsOfCopies(@Nullable Library library) {
        return false;
    }
}
