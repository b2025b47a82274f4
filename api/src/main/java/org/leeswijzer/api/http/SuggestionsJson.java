package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suggestions, best first.
 *
 * @param title that they are for; absent for a list, and where no catalogue describes it yet
 * @param library whose readers they are for; absent for those of any
 * @param scope {@code library} where its own loans count, {@code consortium} where all do
 * @param modelVersion that made them, 0 before the first retrain
 * @param unknown ids of the list that name no title; absent for one title
 * @param nothing why the list is empty; absent if it is not
 */
@Serdeable
public record SuggestionsJson(
        @Nullable TitleJson title,
        @Nullable String library,
        String scope,
        int modelVersion,
        List<SuggestionJson> suggestions,
        @Nullable List<String> unknown,
        @Nullable NothingJson nothing) {

    public SuggestionsJson {
        suggestions = List.copyOf(suggestions);
        unknown = unknown == null ? null : List.copyOf(unknown);
    }
}
