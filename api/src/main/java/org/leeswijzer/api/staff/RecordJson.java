package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;

/**
 * A record of a library's catalogue.
 *
 * @param library its code
 * @param id the library's own id of the record
 */
@Serdeable
public record RecordJson(String library, String id) {
    static RecordJson of(RecordId record) {
        return new RecordJson(record.library().code(), record.id());
    }

    /**
     * As the engine names it.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public RecordId record() {
        return new RecordId(new Library(library), id);
    }
}
