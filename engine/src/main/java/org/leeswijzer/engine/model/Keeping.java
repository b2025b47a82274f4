package org.leeswijzer.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which versions keep their rows: the one that serves, those that were made or served last beside it, and one that is
 * withheld, so that a row of refusals never pushes out what can be rolled back to.
 *
 * @param versions so many, with the serving one, at least 2
 */
public record Keeping(int versions) {
    /** The one that serves and two to roll back to. */
    public static final Keeping DEFAULT = new Keeping(3);

    /** @throws IllegalArgumentException if there would be nothing to roll back to */
    public Keeping {
        if (versions < 2) {
            throw new IllegalArgumentException(
                    "models-kept is %d: give at least 2, the one that serves and one to roll back to"
                            .formatted(versions));
        }
    }

    /** Those of all versions that are to be dropped. */
    public List<ModelVersion> dropped(Collection<ModelVersion> all) {
        List<ModelVersion> dropped = new ArrayList<>();
        dropped.addAll(beyond(all, ModelState.KEPT, versions - 1));
        dropped.addAll(beyond(all, ModelState.WITHHELD, 1));
        return dropped;
    }

    private static List<ModelVersion> beyond(
            Collection<ModelVersion> all, ModelState state, int kept) {
        return all.stream()
                .filter(version -> version.state() == state)
                .sorted(ModelVersion.LAST_USED_FIRST)
                .skip(kept)
                .toList();
    }
}
