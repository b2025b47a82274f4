package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.model.ModelChanges;
import org.leeswijzer.engine.model.TitleChange;
import org.leeswijzer.engine.similarity.Neighbour;

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

    /** As it is told outside. */
    public static ChangesJson of(
            ModelChanges changes, Catalogue catalogue, @Nullable String library) {
        return new ChangesJson(
                changes.version(),
                changes.since(),
                library,
                changes.compared(),
                changes.changed(),
                changes.meanDistance(),
                changes.most().stream().map(change -> ChangeJson.of(change, catalogue)).toList());
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

        static ChangeJson of(TitleChange change, Catalogue catalogue) {
            return new ChangeJson(
                    NamedJson.of(change.title(), catalogue),
                    change.distance(),
                    NamedJson.of(change.before(), catalogue),
                    NamedJson.of(change.after(), catalogue));
        }
    }

    /**
     * A title by its first record, also one that no reader is shown.
     *
     * @param id absent as long as only loans have named it, as the next two
     */
    @Serdeable
    public record NamedJson(@Nullable String id, @Nullable String library, @Nullable String title) {
        static List<NamedJson> of(List<Neighbour> row, Catalogue catalogue) {
            return row.stream().map(neighbour -> of(neighbour.title(), catalogue)).toList();
        }

        static NamedJson of(int number, Catalogue catalogue) {
            return catalogue.title(number).records().stream()
                    .findFirst()
                    .map(
                            record ->
                                    new NamedJson(
                                            record.id(),
                                            record.library().code(),
                                            record.description().title()))
                    .orElseGet(() -> new NamedJson(null, null, null));
        }
    }
}
