package org.leeswijzer.ingest.letter;

import java.time.Instant;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.LogPosition;

/**
 * A record that could not be read.
 *
 * @param reason names the field and the remedy
 * @param at when it was last tried
 */
public record Letter(LogPosition position, String reason, Instant at) {

    /** Where the record is. */
    public LogPartition partition() {
        return position.partition();
    }
}
