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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.privacy.PrivacyReportJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;

/** What a privacy officer wants to know, to be read and printed: {@code GET /staff/privacy}. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/privacy")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PrivacyPageController {
    private final Engine engine;
    private final Pages pages;

    PrivacyPageController(Engine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    /**
     * The report of a version, for which all pairs of titles are counted; without one, the versions to choose from.
     *
     * @param version nothing is counted if absent
     */
    @Get
    HttpResponse<byte[]> report(Visit visit, @Nullable @QueryValue Integer version) {
        Map<String, Object> more = new HashMap<>();
        List<Integer> versions =
                engine.models().all().stream()
                        .filter(each -> each.state() != ModelState.CANDIDATE)
                        .map(ModelVersion::number)
                        .toList();
        more.put("versions", versions);
        if (version != null) {
            more.put("report", PrivacyReportJson.of(engine.privacy().report(version)));
        }
        return pages.page("privacy", visit.sheet(visit.words().say("Privacy", "Privacy")), more);
    }
}
