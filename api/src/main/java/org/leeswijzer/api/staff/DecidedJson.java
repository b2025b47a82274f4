package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDesk;

/**
 * What was decided.
 *
 * @param overrules ids of earlier decisions that say otherwise of some of the records
 * @param published whether it went to the event log, and holds as soon as it is read from there
 */
@Serdeable
public record DecidedJson(DecisionJson decision, List<String> overrules, boolean published) {
    /** Copies the list. */
    public DecidedJson {
        overrules = List.copyOf(overrules);
    }

    static DecidedJson of(WorkDesk.Proposal proposal, boolean published) {
        return new DecidedJson(
                DecisionJson.of(proposal.decision(), false),
                proposal.overrules().stream().map(WorkDecision::id).toList(),
                published);
    }
}
