package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.works.WorkDecision;

/**
 * What somebody of the staff decided on works.
 *
 * @param kind {@code merge}, {@code split} or {@code undo}
 * @param at ISO 8601
 * @param undoes the id of the decision that it undoes
 * @param undone whether it was undone itself
 */
@Serdeable
public record DecisionJson(
        String id,
        String kind,
        List<RecordJson> records,
        String by,
        String at,
        String reason,
        @Nullable String undoes,
        boolean undone) {
    /** Copies the list. */
    public DecisionJson {
        records = List.copyOf(records);
    }

    static DecisionJson of(WorkDecision decision, boolean undone) {
        return new DecisionJson(
                decision.id(),
                decision.kind().name().toLowerCase(Locale.ROOT),
                decision.records().stream().map(RecordJson::of).toList(),
                decision.by(),
                decision.at().toString(),
                decision.reason(),
                decision.undoes(),
                undone);
    }
}
