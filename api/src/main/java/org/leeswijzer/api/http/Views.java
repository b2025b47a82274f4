package org.leeswijzer.api.http;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.TraceIds;
import org.leeswijzer.api.feedback.Traced;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Copies;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.popular.Period;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Explanation;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Reason;
import org.leeswijzer.engine.suggest.Suggestion;

/** Titles and suggestions as the asking library's readers see them. */
@Singleton
final class Views {
    private static final double DIGITS = 1e4;

    private final Engine engine;
    private final Covers covers;
    private final TraceIds traceIds;

    Views(Engine engine, Covers covers, TraceIds traceIds) {
        this.engine = engine;
        this.covers = covers;
        this.traceIds = traceIds;
    }

    /** The title; null as long as only loans have named it. */
    @Nullable TitleJson title(Title title, @Nullable Library library) {
        OptionalInt borrowers = engine.borrowers(library, title.number());
        return shownTo(library, title)
                .map(
                        record ->
                                TitleJson.of(
                                        title,
                                        record,
                                        copies(record, library),
                                        borrowers.isPresent()
                                                ? Bucket.of(borrowers.getAsInt())
                                                : null))
                .orElse(null);
    }

    /** An answer about one title, or about a list if the title is null. */
    SuggestionsJson suggestions(
            @Nullable Title title,
            Question question,
            Answer answer,
            @Nullable List<String> unknown) {
        int version = engine.model().version();
        Library library = question.library();
        return new SuggestionsJson(
                title == null ? null : title(title, library),
                library == null ? null : library.code(),
                scope(question),
                version,
                answer.suggestions().stream()
                        .map(suggestion -> suggestion(suggestion, question, version))
                        .toList(),
                unknown,
                answer.nothing().map(NothingJson::of).orElse(null));
    }

    /** What was borrowed within a period, or rose. */
    PopularJson popular(Period period, LocalDate since, Question question, Answer answer) {
        Library library = question.library();
        return new PopularJson(
                library == null ? null : library.code(),
                scope(question),
                period.text(),
                since,
                suggestions(answer, question),
                answer.nothing().map(NothingJson::of).orElse(null));
    }

    /** The shelf of one of many titles. */
    ShelvesJson.Shelf shelf(String asked, Question question, Answer answer) {
        return new ShelvesJson.Shelf(
                asked,
                suggestions(answer, question),
                answer.nothing().map(NothingJson::of).orElse(null));
    }

    /** All of them. */
    ShelvesJson shelves(Question question, List<ShelvesJson.Shelf> shelves) {
        Library library = question.library();
        return new ShelvesJson(
                library == null ? null : library.code(),
                scope(question),
                engine.model().version(),
                shelves);
    }

    private List<SuggestionJson> suggestions(Answer answer, Question question) {
        int version = engine.model().version();
        return answer.suggestions().stream()
                .map(suggestion -> suggestion(suggestion, question, version))
                .toList();
    }

    /** Why a candidate is or is not suggested for a seed. */
    ExplanationJson explanation(
            Title seed, Title candidate, Question question, Explanation explanation) {
        Library library = question.library();
        int version = engine.model().version();
        return new ExplanationJson(
                id(seed.number(), library),
                id(candidate.number(), library),
                library == null ? null : library.code(),
                scope(question),
                version,
                explanation.code().text(),
                parameters(explanation),
                new TextJson(explanation.text(ReasonJson.DUTCH), explanation.text(Locale.ENGLISH)),
                explanation.rank().isPresent() ? explanation.rank().getAsInt() : null,
                explanation
                        .suggestion()
                        .map(suggestion -> suggestion(suggestion, question, version))
                        .orElse(null));
    }

    private static Map<String, String> parameters(Explanation explanation) {
        if (explanation.detail().isEmpty()) {
            return Map.of();
        }
        String name =
                switch (explanation.code()) {
                    case CAPPED_AUTHOR -> "author";
                    case CAPPED_SERIES -> "series";
                    default -> "title";
                };
        return Map.of(name, explanation.detail());
    }

    private static String scope(Question question) {
        return question.scope().equals(Scope.CONSORTIUM) ? Lookup.CONSORTIUM : Lookup.LIBRARY;
    }

    private SuggestionJson suggestion(Suggestion suggestion, Question question, int modelVersion) {
        Library library = question.library();
        Title title = suggestion.title();
        // The last copy may have been borrowed since the title was chosen for being available.
        TitleRecord record =
                question.shown(title, engine.catalogue())
                        .or(() -> shownTo(library, title))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "a title that no library shows was suggested"));
        Description description = record.description();
        RecordId seed = record(suggestion.reason().seed(), library);
        return new SuggestionJson(
                suggestion.rank(),
                record.id(),
                record.library().code(),
                TitleJson.libraries(title),
                title.workId().orElse(null),
                TitleJson.isbns(title, record),
                description.title(),
                description.authors(),
                description.mediaType().text(),
                description.language().isEmpty() ? null : description.language(),
                description.year(),
                covers.of(title, record, library),
                score(suggestion),
                suggestion.basis().text(),
                ReasonJson.of(suggestion.reason(), seed == null ? null : seed.id()),
                Bucket.of(suggestion.borrowers()),
                modelVersion,
                traceIds.of(
                        new Traced(library, record.recordId(), seed, suggestion.basis().text())));
    }

    /* How many borrow a title is told in steps alone: where the score is made of that, its place says enough. */
    private static double score(Suggestion suggestion) {
        double score =
                switch (suggestion.basis()) {
                    case LOANS, KINSHIP -> suggestion.score();
                    case POPULARITY, RISING -> 1.0 / suggestion.rank();
                };
        return Math.rint(score * DIGITS) / DIGITS;
    }

    /* What stands on a shelf elsewhere is of no use to who asks here. */
    private Copies copies(TitleRecord record, @Nullable Library library) {
        return record.library().equals(library)
                ? engine.catalogue().copies(record.recordId())
                : Copies.UNTOLD;
    }

    private static Optional<TitleRecord> shownTo(@Nullable Library library, Title title) {
        return title.shownIn(library).or(() -> title.shownIn(null));
    }

    /** The title's id, if it has a record to be found by. */
    private @Nullable String id(int number, @Nullable Library library) {
        RecordId record = record(number, library);
        return record == null ? null : record.id();
    }

    private @Nullable RecordId record(int number, @Nullable Library library) {
        if (number == Reason.NO_SEED) {
            return null;
        }
        return shownTo(library, engine.catalogue().title(number))
                .map(TitleRecord::recordId)
                .orElse(null);
    }
}
