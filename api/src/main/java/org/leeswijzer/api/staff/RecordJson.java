package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;

/**
 * A record of a library's catalogue.
 *
 * @param library its code
 * @param id the library's own id of the record
 */
@Serdeable
public record RecordJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String library,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String id) {
    static RecordJson of(RecordId record) {
        return new RecordJson(record.library().code(), record.id());
    }

    /**
     * As the engine names it.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public RecordId record() {
        return new RecordId(
                new Library(Given.text("library", library, "the code of the record's library")),
                Given.text("id", id, "the id of the record"));
    }
}
