package org.leeswijzer.api.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.Answers;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.backup.Manifest;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.model.Progress;

/** The store as a whole: {@code /v1/store}. */
@Tag(name = "Operations")
@Controller("/v1/store")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StoreController {
    private final Engine engine;
    private final Clock clock;
    private final @Nullable Path backups;
    private final Answers answers;

    StoreController(Engine engine, Clock clock, Settings settings, Answers answers) {
        this.engine = engine;
        this.clock = clock;
        this.answers = answers;
        backups = settings.backups();
    }

    /**
     * Makes a backup while loans are stored and suggestions served. Answers 201 with {@link BackupJson} when all of it is there
     * and checked; 409 if it cannot be made.
     */
    @Operation(operationId = "backupStore")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = BackupJson.class)))
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @Post("/backup")
    HttpResponse<byte[]> backup(@Body BackupOrderJson order) {
        Path folder = folder(order.folder());
        try {
            Manifest manifest = engine.backups().write(folder, clock.instant(), Progress.SILENT);
            return answers.notKept(BackupJson.of(folder.toString(), manifest))
                    .status(HttpStatus.CREATED);
        } catch (StoreException e) {
            throw new ProblemException(Problem.Kind.CONFLICT, null, String.valueOf(e.getMessage()));
        }
    }

    private Path folder(@Nullable String asked) {
        if (asked == null) {
            throw ProblemException.bad("folder", "is missing: give the name of a folder");
        }
        if (backups == null) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    null,
                    "leeswijzer.backups is not set: set it to the folder below which backups may be made");
        }
        Path allowed = backups.toAbsolutePath().normalize();
        try {
            Path folder = allowed.resolve(asked).normalize();
            if (folder.startsWith(allowed) && !folder.equals(allowed)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw ProblemException.bad("folder", "cannot be read: give the name of a folder");
        }
        throw ProblemException.bad(
                "folder", "is '%s': give one below %s".formatted(asked, allowed));
    }
}
