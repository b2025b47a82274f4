package org.leeswijzer.engine.model;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a retrain.
 *
 * @param by who asks, as it will be told of the version; 1 to 100 characters
 * @param reason to publish the version even if the gate says no; null to withhold it then
 * @param unread records of the event log at this moment; empty where none is read
 */
public record RetrainOrder(String by, @Nullable String reason, OptionalLong unread) {

    /** @throws ModelRefusal if a text is blank or too long */
    public RetrainOrder {
        Texts.check("by", by, Texts.LONGEST_NAME);
        if (reason != null) {
            Texts.check("reason", reason, Texts.LONGEST_REASON);
        }
    }
}
