package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was borrowed most within a period, or more than before it; best first.
 *
 * @param library whose readers they are for; absent for those of any
 * @param scope {@code library} where its own loans count, {@code consortium} where all do
 * @param period {@code week}, {@code month}, {@code quarter} or {@code year}
 * @param since the first day of it
 * @param suggestions whose {@code borrowers} says how many patrons at least borrowed the title within the period
 * @param nothing why the list is empty; absent if it is not
 */
@Serdeable
public record PopularJson(
        @Nullable String library,
        String scope,
        String period,
        LocalDate since,
        List<SuggestionJson> suggestions,
        @Nullable NothingJson nothing) {

    public PopularJson {
        suggestions = List.copyOf(suggestions);
    }
}
