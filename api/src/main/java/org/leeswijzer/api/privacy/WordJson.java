package org.leeswijzer.api.privacy;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;

/**
 * What came of a patron's word.
 *
 * @param outcome {@code forgotten} if something was held, {@code heard} if nothing was, {@code repeated} if it says what held
 *     already, {@code published} if those who read the event log will hear it
 * @param published whether it is in the event log
 */
@Serdeable
public record WordJson(String outcome, boolean published) {

    static WordJson stored(Receipt receipt, boolean published) {
        for (Outcome outcome : new Outcome[] {Outcome.FORGOTTEN, Outcome.HEARD}) {
            if (receipt.count(outcome) > 0) {
                return new WordJson(outcome.name().toLowerCase(Locale.ROOT), published);
            }
        }
        return new WordJson("repeated", published);
    }

    static WordJson onlyPublished() {
        return new WordJson("published", true);
    }
}
