package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.leeswijzer.api.report.ModelFigures;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.staff.ModelJson;
import org.leeswijzer.api.staff.ModelsJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.ModelVersion;

/** Versions of the model, one by one and together: {@code /staff/models}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/models")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelPagesController {
    private static final String HOME = "/staff/models";
    private static final String REASON = "reason";

    private final Engine engine;
    private final Pages pages;

    ModelPagesController(Engine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    /** All versions that are kept. */
    @Get
    HttpResponse<byte[]> models(Visit visit) {
        Words words = visit.words();
        return pages.page(
                "models",
                visit.sheet(words.say("Models", "Modellen")),
                Map.of(
                        "models", ModelsJson.of(engine),
                        "figures", new ModelFigures(words).of(engine.models().all())));
    }

    /** One of them: what it was made of, how good it is, what the gate said, and what can be done with it. */
    @Get("/{version}")
    HttpResponse<byte[]> model(Visit visit, int version) {
        Words words = visit.words();
        ModelVersion found = engine.models().find(version);
        return pages.page(
                "model",
                visit.sheet(words.say("Model, version %d", "Model, versie %d", version)),
                Map.of(
                        "model", ModelJson.of(found),
                        "models", ModelsJson.of(engine),
                        "figures", new ModelFigures(words).of(found)));
    }

    /** Has a version serve, or serve again. */
    @Post(uri = "/{version}/publish", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> publish(Visit visit, int version, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        return pages.then(
                visit,
                HOME + "/" + version,
                () -> {
                    engine.models().publish(version, visit.session().by(), form.optional(REASON));
                    return visit.words()
                            .say("Version %d serves.", "Versie %d staat er nu.", version);
                });
    }

    /** Has the next older version serve again. */
    @Post(uri = "/rollback", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> rollBack(Visit visit, @Body Map<String, String> fields) {
        Form form = new Form(visit, fields);
        return pages.then(
                visit,
                HOME,
                () -> {
                    int serves =
                            engine.models()
                                    .rollBack(visit.session().by(), form.optional(REASON))
                                    .number();
                    return visit.words()
                            .say("Version %d serves again.", "Versie %d staat er weer.", serves);
                });
    }

    /** Lets the version that serves follow the loans again. */
    @Post(uri = "/unpin", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> unpin(Visit visit, @Body Map<String, String> fields) {
        Form unusedButChecked = new Form(visit, fields);
        return pages.then(
                visit,
                HOME,
                () -> {
                    engine.models().unpin();
                    return visit.words()
                            .say(
                                    "The version that serves follows the loans again.",
                                    "De versie die er staat, volgt de leningen weer.");
                });
    }
}
