package org.leeswijzer.engine.loan;

import java.util.List;

/**
 * All that is held on one patron.
 *
 * @param promise what they were promised
 * @param loans by day, those of one day by title, parked ones last
 */
public record Held(Promise promise, List<HeldLoan> loans) {
    public Held {
        loans = List.copyOf(loans);
    }
}
