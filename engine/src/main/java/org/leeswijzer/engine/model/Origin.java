package org.leeswijzer.engine.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a version that was imported came from.
 *
 * @param number that it had there
 * @param by who imported it
 * @param at when, to the millisecond
 */
public record Origin(int number, String by, Instant at) {

    /** @throws ModelRefusal if the name is blank or too long */
    public Origin {
        Texts.check("by", by, Texts.LONGEST_NAME);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
