package org.leeswijzer.api.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.staff.ChangesJson;
import org.leeswijzer.api.staff.ImportJson;
import org.leeswijzer.api.staff.ModelJson;
import org.leeswijzer.api.staff.ModelsJson;
import org.leeswijzer.api.staff.PublishJson;

/** The versions of a running service. */
record ServiceDesk(ServiceClient service) implements Desk {
    private static final String MODELS = "/v1/models";

    @Override
    public ModelsJson models() throws IOException, InterruptedException {
        return service.get(MODELS, ModelsJson.class);
    }

    @Override
    public ModelJson model(int version) throws IOException, InterruptedException {
        return service.get("%s/%d".formatted(MODELS, version), ModelJson.class);
    }

    @Override
    public ChangesJson changes(int version, int since, @Nullable String library, int limit)
            throws IOException, InterruptedException {
        String path =
                "%s/%d/changes?since=%d&limit=%d%s"
                        .formatted(
                                MODELS,
                                version,
                                since,
                                limit,
                                library == null ? "" : "&library=" + encoded(library));
        return service.get(path, ChangesJson.class);
    }

    @Override
    public ModelsJson publish(int version, String by, @Nullable String reason)
            throws IOException, InterruptedException {
        return service.post(
                "%s/%d/publish".formatted(MODELS, version),
                new PublishJson(by, reason),
                ModelsJson.class);
    }

    @Override
    public ModelsJson rollBack(String by, @Nullable String reason)
            throws IOException, InterruptedException {
        return service.post(MODELS + "/rollback", new PublishJson(by, reason), ModelsJson.class);
    }

    @Override
    public ModelsJson unpin() throws IOException, InterruptedException {
        return service.post(MODELS + "/unpin", Map.of(), ModelsJson.class);
    }

    @Override
    public void takeOut(int version, Path file) throws IOException, InterruptedException {
        service.download("%s/%d/file".formatted(MODELS, version), file);
    }

    @Override
    public ImportJson bringIn(Path file, String by) throws IOException, InterruptedException {
        return service.upload(MODELS + "/file?by=" + encoded(by), file, ImportJson.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
