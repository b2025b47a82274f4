package org.leeswijzer.engine.catalogue;

import java.util.Comparator;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;

/**
 * What names a title in every store: a record of a library.
 *
 * @param id the library's own id of the record
 */
public record RecordId(Library library, String id) implements Comparable<RecordId> {
    private static final Comparator<RecordId> ORDER =
            Comparator.comparing(RecordId::library).thenComparing(RecordId::id);

    /** @throws IllegalArgumentException if the id is blank or too long */
    public RecordId {
        Ids.check("id", id);
    }

    /** By library, then by id. */
    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }
}
