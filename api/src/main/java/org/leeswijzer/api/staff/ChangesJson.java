package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different in a version since another.
 *
 * @param library whose own loans count; absent for those of all together
 * @param compared titles that have neighbours in either version
 * @param changed those of them whose first ten neighbours are not the same in the same order
 * @param meanDistance of all that were compared, from 0 to 1
 * @param titles those that changed most, in that order
 */
@Serdeable
public record ChangesJson(
        int version,
        int since,
        @Nullable String library,
        int compared,
        int changed,
        double meanDistance,
        List<ChangeJson> titles) {
    public ChangesJson {
        titles = List.copyOf(titles);
    }

    /**
     * One title.
     *
     * @param distance 0 if the first ten are the same, 1 if none is in both; a change further up weighs more
     * @param before the first ten of the older version
     * @param after the first ten of the newer one
     */
    @Serdeable
    public record ChangeJson(
            NamedJson title, double distance, List<NamedJson> before, List<NamedJson> after) {
        public ChangeJson {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A title by its first record, also one that no reader is shown.
     *
     * @param id absent as long as only loans have named it, as the next two
     */
    @Serdeable
    public record NamedJson(
            @Nullable String id, @Nullable String library, @Nullable String title) {}
}
