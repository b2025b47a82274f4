package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shelf for each title that was asked for, in the order in which they were.
 *
 * @param library whose readers they are for; absent for those of any
 * @param scope {@code library} where its own loans count, {@code consortium} where all do
 * @param modelVersion that made them, 0 before the first retrain
 */
@Serdeable
public record ShelvesJson(
        @Nullable String library, String scope, int modelVersion, List<Shelf> shelves) {

    public ShelvesJson {
        shelves = List.copyOf(shelves);
    }

    /**
     * The shelf of one title.
     *
     * @param asked the id that was given
     * @param suggestions best first
     * @param nothing why there are none; absent if there are some
     */
    @Serdeable
    public record Shelf(
            String asked, List<SuggestionJson> suggestions, @Nullable NothingJson nothing) {
        public Shelf {
            suggestions = List.copyOf(suggestions);
        }
    }
}
