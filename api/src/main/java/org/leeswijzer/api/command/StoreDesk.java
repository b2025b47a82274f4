package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.api.staff.ChangesJson;
import org.leeswijzer.api.staff.ImportJson;
import org.leeswijzer.api.staff.ModelJson;
import org.leeswijzer.api.staff.ModelsJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.ModelChanges;

/** The versions of a store: to look at also while a service runs on it, to change only while none does. */
final class StoreDesk implements Desk {
    private final ApplicationContext context;
    private final Engine engine;

    /** @param toChange whether anything is to be published or brought in */
    StoreDesk(Map<String, Object> properties, boolean toChange) {
        context = Service.context(properties);
        try {
            EngineSettings settings = context.getBean(Settings.class).engine();
            engine =
                    toChange
                            ? Engine.openAtRest(settings, Clock.systemUTC())
                            : Engine.openReadOnly(settings, Clock.systemUTC());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public ModelsJson models() {
        return ModelsJson.of(engine);
    }

    @Override
    public ModelJson model(int version) {
        return ModelJson.of(engine.models().find(version));
    }

    @Override
    public ChangesJson changes(int version, int since, @Nullable String library, int limit) {
        Library asked = library == null ? null : new Library(library);
        if (asked != null && !engine.libraries().contains(asked)) {
            throw new IllegalArgumentException(
                    "library is '%s', which has sent nothing yet: give one of %s"
                            .formatted(library, engine.libraries()));
        }
        ModelChanges changes = engine.models().changes(since, version, engine.scope(asked), limit);
        return ChangesJson.of(changes, engine.catalogue(), library);
    }

    @Override
    public ModelsJson publish(int version, String by, @Nullable String reason) {
        engine.models().publish(version, by, reason);
        return models();
    }

    @Override
    public ModelsJson rollBack(String by, @Nullable String reason) {
        engine.models().rollBack(by, reason);
        return models();
    }

    @Override
    public ModelsJson unpin() {
        engine.models().unpin();
        return models();
    }

    @Override
    public void takeOut(int version, Path file) throws IOException {
        engine.models().find(version);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part);
                ProgressLine progress = ProgressLine.onStandardError()) {
            engine.exportModel(version, out, progress);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public ImportJson bringIn(Path file, String by) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ProgressLine progress = ProgressLine.onStandardError()) {
            return ImportJson.of(engine.importModel(in, by, progress));
        }
    }

    @Override
    public void close() {
        engine.close();
        context.close();
    }
}
