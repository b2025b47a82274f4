package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a title is suggested for another, or why not.
 *
 * @param seed its id; absent as long as only loans have named it, as is the candidate's
 * @param library whose readers ask; absent for those of any
 * @param scope {@code library} where its own loans count, {@code consortium} where all do
 * @param modelVersion that was asked
 * @param code {@code suggested}, {@code rankedBelow}, {@code capped}, {@code otherEdition}, {@code sameWork}, {@code excluded},
 *     {@code suppressed}, {@code notHeld}, {@code notWanted}, {@code undescribed}, {@code adultForChildren}, {@code outsideWindow},
 *     {@code notEnoughBorrowers} or {@code notSimilar}
 * @param parameters for texts of your own: {@code author} or {@code series} of what is capped, {@code title} of what is
 *     outside the window
 * @param rank its place, also beyond the limit; absent where it has none
 * @param suggestion as it is suggested; absent if it is not
 */
@Serdeable
public record ExplanationJson(
        @Nullable String seed,
        @Nullable String candidate,
        @Nullable String library,
        String scope,
        int modelVersion,
        String code,
        Map<String, String> parameters,
        TextJson text,
        @Nullable Integer rank,
        @Nullable SuggestionJson suggestion) {

    public ExplanationJson {
        // In the order of their names, so that the same answer is the same bytes in every process.
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
