package org.leeswijzer.api.privacy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.leeswijzer.engine.privacy.Figure;

/**
 * A number that may be told.
 *
 * @param number null if it is below minBorrowers
 * @param fewerThan what it is below of then; else null
 */
@Serdeable
public record CountJson(@Nullable Long number, @Nullable Integer fewerThan) {

    static CountJson of(Figure figure) {
        return figure.number().isPresent()
                ? new CountJson(figure.number().getAsLong(), null)
                : new CountJson(null, figure.fewerThan());
    }
}
