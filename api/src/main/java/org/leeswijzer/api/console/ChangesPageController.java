package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Lookup;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.staff.ChangesJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.ModelVersion;

/** What is different in a version: {@code GET /staff/models/{version}/changes}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/models/{version}/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangesPageController {
    private static final int SHOWN = 20;

    private final Engine engine;
    private final Lookup lookup;
    private final Pages pages;

    ChangesPageController(Engine engine, Lookup lookup, Pages pages) {
        this.engine = engine;
        this.lookup = lookup;
        this.pages = pages;
    }

    /**
     * The titles whose first ten neighbours changed most, with both lists.
     *
     * @param since the version to compare it with; the next older one that is kept if absent
     * @param library whose own loans count; those of all together if absent or empty
     */
    @Get
    HttpResponse<byte[]> changes(
            Visit visit,
            int version,
            @Nullable @QueryValue Integer since,
            @Nullable @QueryValue String library) {
        Words words = visit.words();
        String code = library == null || library.isEmpty() ? null : library;
        int other = since == null ? nextOlder(version) : since;
        Library asked = lookup.library(code);
        ChangesJson found =
                ChangesJson.of(
                        engine.models().changes(other, version, engine.scope(asked), SHOWN),
                        engine.catalogue(),
                        code);
        List<Integer> others =
                engine.models().all().stream()
                        .map(ModelVersion::number)
                        .filter(number -> number != version)
                        .toList();
        return pages.page(
                "changes",
                visit.sheet(
                        words.say(
                                "What changed in version %d",
                                "Wat er anders is in versie %d", version)),
                "changes",
                Changes.of(found, others, engine.libraries().stream().map(Library::code).toList()));
    }

    private int nextOlder(int version) {
        return engine.models().all().stream()
                .mapToInt(ModelVersion::number)
                .filter(number -> number < version)
                .max()
                .orElse(version);
    }
}
