package org.leeswijzer.engine.catalogue;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;

/**
 * One record of one library's catalogue.
 *
 * @param id the library's own id of the record
 * @param hrid a second id, as FOLIO's human-readable one; null if there is none
 * @param workId what the source calls the work, the same in all libraries; null if it does not say
 * @param suppressed whether the library hides it from its readers
 */
public record TitleRecord(
        Library library,
        String id,
        @Nullable String hrid,
        @Nullable String workId,
        Description description,
        boolean suppressed)
        implements Comparable<TitleRecord> {

    private static final Comparator<TitleRecord> ORDER =
            Comparator.comparing(TitleRecord::library).thenComparing(TitleRecord::id);

    /** @throws IllegalArgumentException if an id is blank or too long */
    public TitleRecord {
        Ids.check("id", id);
        if (hrid != null) {
            Ids.check("hrid", hrid);
        }
        if (workId != null) {
            Ids.check("workId", workId);
        }
    }

    /** The id of the record among those of all libraries. */
    public RecordId recordId() {
        return new RecordId(library, id);
    }

    /** The same record, shown to readers no longer. */
    public TitleRecord suppress() {
        return new TitleRecord(library, id, hrid, workId, description, true);
    }

    /** By library, then by id. */
    @Override
    public int compareTo(TitleRecord other) {
        return ORDER.compare(this, other);
    }
}
