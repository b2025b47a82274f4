package org.leeswijzer.api.feedback;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What a reader says of a suggestion.
 *
 * @param traceId of the suggestion, as the answer has it
 * @param kind {@code click}, {@code good}, {@code notForMe} or {@code alreadyRead}
 * @param reader a random id that was made for this reader or list, 32 hexadecimal digits; without it what is said is counted, and
 *     changes nobody's suggestions
 */
@Serdeable
public record FeedbackJson(
        @Nullable String traceId, @Nullable String kind, @Nullable String reader) {

    /** Without the id. */
    @Override
    public String toString() {
        return "FeedbackJson[kind=" + kind + "]";
    }
}
