package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.leeswijzer.engine.Engine;

/**
 * All versions of the model whose rows are there.
 *
 * @param serving the version that answers; 0 before the first retrain
 * @param pinned whether its rows stand still, since it was rolled back to
 * @param models by version
 */
@Serdeable
public record ModelsJson(int serving, boolean pinned, List<ModelJson> models) {
    public ModelsJson {
        models = List.copyOf(models);
    }

    /** As it is told outside. */
    public static ModelsJson of(Engine engine) {
        return new ModelsJson(
                engine.model().version(),
                engine.model().pinned(),
                engine.models().all().stream().map(ModelJson::of).toList());
    }
}
