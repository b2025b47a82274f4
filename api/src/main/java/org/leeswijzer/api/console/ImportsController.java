package org.leeswijzer.api.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;

/** Files of titles or loans that staff send: {@code /staff/imports}. Each is tried first, and taken when they say so. */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/staff/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportsController {
    private static final String HOME = "/staff/imports";
    private static final int SECONDS = 2;

    private final ImportDesk desk;
    private final Engine engine;
    private final Pages pages;

    ImportsController(ImportDesk desk, Engine engine, Pages pages) {
        this.desk = desk;
        this.engine = engine;
        this.pages = pages;
    }

    /** The form, and how the import goes on. */
    @Get
    HttpResponse<byte[]> page(Visit visit) {
        Sheet sheet = visit.sheet(visit.words().say("Imports", "Imports"));
        Optional<ImportState> state = desk.state();
        Map<String, Object> more = new HashMap<>();
        state.ifPresent(found -> more.put("state", found));
        more.put("libraries", engine.libraries().stream().map(Library::code).toList());
        more.put("publishes", desk.publishes());
        boolean runs = state.filter(ImportState::isRunning).isPresent();
        return pages.page("imports", runs ? sheet.refreshing(SECONDS) : sheet, more);
    }

    /** The part of the page that changes. */
    @Get("/state")
    HttpResponse<byte[]> state(Visit visit) {
        return desk.state()
                .map(
                        state ->
                                pages.page(
                                        "importing",
                                        new Sheet(
                                                visit.words(),
                                                "",
                                                HOME,
                                                "",
                                                visit.session(),
                                                null,
                                                0),
                                        "state",
                                        state))
                .orElseGet(() -> HttpResponse.ok(new byte[0]).contentType(MediaType.TEXT_HTML));
    }

    /** Takes a file in, and tries it. */
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<byte[]> receive(
            Visit visit,
            @Nullable CompletedFileUpload file,
            @Part String kind,
            @Nullable @Part String library,
            @Nullable @Part String map,
            @Nullable @Part String formToken) {
        Form.check(visit.session(), formToken);
        return pages.then(
                visit,
                HOME,
                () -> {
                    desk.receive(
                            ImportSource.of(
                                    file == null ? "" : file.getFilename(),
                                    bytes(file),
                                    kind,
                                    filled(library),
                                    filled(map)),
                            visit.session().by());
                    return visit.words()
                            .say(
                                    "The file is being tried; nothing is written yet.",
                                    "Het bestand wordt geprobeerd; er wordt nog niets bewaard.");
                });
    }

    /* Of an empty file there may be no part at all. */
    private static byte[] bytes(@Nullable CompletedFileUpload file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the file that was sent cannot be read", e);
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Takes what was tried. */
    @Post(uri = "/take", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> take(Visit visit, @Body Map<String, String> fields) {
        Form unusedButChecked = new Form(visit, fields);
        return pages.then(
                visit,
                HOME,
                () -> {
                    desk.take();
                    return visit.words()
                            .say("The file is being taken.", "Het bestand wordt ingelezen.");
                });
    }

    /** Lets go of the file. */
    @Post(uri = "/drop", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> drop(Visit visit, @Body Map<String, String> fields) {
        Form unusedButChecked = new Form(visit, fields);
        return pages.then(
                visit,
                HOME,
                () -> {
                    desk.drop();
                    return visit.words()
                            .say("The file is let go of.", "Het bestand is losgelaten.");
                });
    }
}
