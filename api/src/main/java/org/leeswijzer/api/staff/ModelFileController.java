package org.leeswijzer.api.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A version of the model as one file: {@code GET /v1/models/{version}/file} and {@code POST /v1/models/file}. The file has a
 * checksum, so one that did not come whole is refused; titles are named in it by their records, patrons not at all.
 */
@Tag(name = "Models")
@Controller("/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelFileController {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFileController.class);

    private final Engine engine;
    private final Answers answers;
    private final ExecutorService executor;

    ModelFileController(
            Engine engine,
            Answers answers,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.engine = engine;
        this.answers = answers;
        this.executor = executor;
    }

    /**
     * The file of a version, as its rows stand now.
     *
     * @param version its number
     */
    @Operation(operationId = "exportModel")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @Get("/{version}/file")
    StreamedFile file(int version) {
        engine.models().find(version);
        Pipe pipe = new Pipe();
        executor.execute(() -> export(version, pipe));
        return new StreamedFile(pipe.reader(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .attach("leeswijzer-model-%d.lwm".formatted(version));
    }

    private void export(int version, Pipe pipe) {
        try {
            pipe.write(out -> engine.exportModel(version, out, Progress.SILENT));
        } catch (IOException e) {
            LOG.info("model {} was not exported to its end: {}", version, e.getMessage());
        } catch (RuntimeException e) {
            // The edge of a thread; whoever receives the file sees it cut off.
            LOG.error("model {} was not exported", version, e);
        }
    }

    /**
     * Takes a file of a version in. Answers 201 with {@link ImportJson}: the version is kept, and serves once it is published; 400 if the
     * file is damaged, of a newer format, or of another minBorrowers than this store can take.
     *
     * @param by who imports it; {@code staff} if absent
     */
    @Operation(operationId = "importModel")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    @Post("/file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<byte[]> file(@Body InputStream file, @Nullable @QueryValue String by) {
        String who = by == null ? ModelsController.STAFF : by;
        try {
            return answers.notKept(ImportJson.of(engine.importModel(file, who, Progress.SILENT)))
                    .status(HttpStatus.CREATED);
        } catch (IOException e) {
            throw ProblemException.bad(
                    "body",
                    "ends before the file does, or is not packed as its Content-Encoding says: send it again");
        }
    }
}
