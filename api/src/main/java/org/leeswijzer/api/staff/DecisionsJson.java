package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.leeswijzer.engine.works.WorkDesk;

/** All decisions on works, oldest first. */
@Serdeable
public record DecisionsJson(List<DecisionJson> decisions) {
    /** Copies the list. */
    public DecisionsJson {
        decisions = List.copyOf(decisions);
    }

    /** Those that the store knows of. */
    public static DecisionsJson of(WorkDesk desk) {
        return new DecisionsJson(
                desk.decisions().stream()
                        .map(each -> DecisionJson.of(each, desk.isUndone(each)))
                        .toList());
    }
}
