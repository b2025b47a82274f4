package org.leeswijzer.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Seed;

/**
 * Suggestions for a list of titles: {@code POST /v1/suggestions} with {@link ListJson}. Nothing of the list is kept or
 * logged. Ids that name no title are told in the answer and otherwise passed over.
 */
@Tag(name = "Suggestions")
@Controller("/v1/suggestions")
final class ListSuggestionsController {
    private static final int DEFAULT_LIMIT = 10;

    private final Engine engine;
    private final Lookup lookup;
    private final Views views;
    private final Answers answers;
    private final Readers readers;

    ListSuggestionsController(
            Engine engine, Lookup lookup, Views views, Answers answers, Readers readers) {
        this.engine = engine;
        this.lookup = lookup;
        this.views = views;
        this.answers = answers;
        this.readers = readers;
    }

    /** Suggestions for a list of titles. Nothing of it is kept or logged; ids that name no title are told and passed over. */
    @Operation(operationId = "suggestionsForList")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SuggestionsJson.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @Post
    HttpResponse<byte[]> suggestions(@Body ListJson list) {
        List<@Nullable String> ids = Lookup.ids(list.titles(), ListJson.MAX_TITLES);
        Library library = lookup.library(list.library());
        Question asked =
                lookup.question(
                        library,
                        list,
                        list.held(),
                        list.available(),
                        list.limit() == null ? DEFAULT_LIMIT : list.limit());
        Question question = readers.heard("reader", list.reader(), asked);
        List<Seed> seeds = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (@Nullable String id : ids) {
            Optional<Title> title = lookup.find(library, id);
            if (title.isPresent()) {
                seeds.add(new Seed(title.get().number(), 0));
            } else {
                unknown.add(Problems.quote(id == null ? "" : id));
            }
        }
        Answer answer = engine.suggester().forSeeds(seeds, question);
        SuggestionsJson json = views.suggestions(null, question, answer, unknown);
        return answers.notKept(seeds.isEmpty() ? withoutKnownTitle(json) : json);
    }

    private static SuggestionsJson withoutKnownTitle(SuggestionsJson json) {
        return new SuggestionsJson(
                null,
                json.library(),
                json.scope(),
                json.modelVersion(),
                List.of(),
                json.unknown(),
                NothingJson.NO_KNOWN_TITLE);
    }
}
