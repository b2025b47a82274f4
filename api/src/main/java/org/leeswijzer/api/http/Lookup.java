package org.leeswijzer.api.http;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Wanted;

/** Finds what the parameters of a request name, or ends it with a problem. */
@Singleton
public final class Lookup {
    /** The scope of a library's own loans, and that of all libraries' together. */
    static final String LIBRARY = "library";

    static final String CONSORTIUM = "consortium";

    private final Engine engine;

    Lookup(Engine engine) {
        this.engine = engine;
    }

    /** The library of that code; null if none is asked for. */
    public @Nullable Library library(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return engine.libraries().stream()
                .filter(library -> library.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.Kind.UNKNOWN_LIBRARY,
                                        LIBRARY,
                                        "library is '%s', which has sent nothing yet: give a code of GET /v1/libraries"
                                                .formatted(Problems.quote(code))));
    }

    /** The title that the id names, unless every library hides it. */
    Title title(@Nullable Library library, String id) {
        return find(library, id).orElseThrow(() -> unknownTitle(library, "id", id));
    }

    /** The title that a field names, by an id of the library or else of another, unless every library hides it. */
    Title titleOfAny(@Nullable Library library, String field, String id) {
        return find(library, id)
                .or(() -> find(null, id))
                .orElseThrow(() -> unknownTitle(null, field, id));
    }

    private static ProblemException unknownTitle(
            @Nullable Library library, String field, String id) {
        return new ProblemException(
                Problem.Kind.UNKNOWN_TITLE,
                field,
                "%s is '%s', which no title%s has: give a record id, an ISBN or a work id"
                        .formatted(
                                field,
                                Problems.quote(id),
                                library == null ? "" : " of " + library));
    }

    /** As {@link #title}; empty if there is none. */
    Optional<Title> find(@Nullable Library library, @Nullable String id) {
        if (id == null || !Ids.isId(id)) {
            return Optional.empty();
        }
        OptionalInt number = engine.catalogue().find(library, id);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Title title = engine.catalogue().title(number.getAsInt());
        boolean isHidden = !title.records().isEmpty() && title.shownIn(null).isEmpty();
        return isHidden ? Optional.empty() : Optional.of(title);
    }

    /** The ids of a field {@code titles}, of which any may be null; a problem if there are none or too many. */
    static List<@Nullable String> ids(@Nullable List<@Nullable String> titles, int most) {
        if (titles == null || titles.isEmpty()) {
            throw ProblemException.bad(
                    "titles", "is missing or empty: give 1 to %d ids".formatted(most));
        }
        limit("titles", titles.size(), most);
        return titles;
    }

    /** What is asked of the suggester. */
    Question question(
            @Nullable Library library,
            Asked asked,
            @Nullable Boolean held,
            @Nullable Boolean available,
            int limit) {
        List<String> exclude = asked.exclude();
        Wanted wanted = WantedJson.of(asked, available).wanted();
        if (wanted.available()) {
            checkThatCopiesAreToldOf(library);
        }
        return new Question(
                library,
                scope(library, asked.scope()),
                held == null || held,
                numbers(library, exclude == null ? List.of() : exclude),
                limit("limit", limit, Question.MAX_LIMIT),
                DialsJson.of(asked).dials(),
                wanted);
    }

    private void checkThatCopiesAreToldOf(@Nullable Library library) {
        if (!engine.catalogue().tellsOfCopies(library)) {
            throw ProblemException.bad(
                    "available",
                    "is true, but %s which copies are available: leave it out, and ask the catalogue for the ids of the answer"
                            .formatted(
                                    library == null
                                            ? "no library tells"
                                            : library + " does not tell"));
        }
    }

    private Scope scope(@Nullable Library library, @Nullable String name) {
        if (name == null || name.equals(LIBRARY)) {
            return engine.scope(library);
        } else if (name.equals(CONSORTIUM)) {
            return Scope.CONSORTIUM;
        }
        throw ProblemException.bad(
                "scope",
                "is '%s': give %s or %s".formatted(Problems.quote(name), LIBRARY, CONSORTIUM));
    }

    private Set<Integer> numbers(@Nullable Library library, List<String> ids) {
        limit("exclude", Math.max(1, ids.size()), Ids.MAX_LENGTH);
        Set<Integer> numbers = new HashSet<>();
        ids.forEach(id -> find(library, id).map(Title::number).ifPresent(numbers::add));
        return numbers;
    }

    /** Reads a flag; null if it is not given. The server itself would take any other word for false. */
    static @Nullable Boolean flag(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw ProblemException.bad(
                            field, "is '%s': give true or false".formatted(Problems.quote(value)));
        };
    }

    /** Holds a number against its bounds. */
    public static int limit(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw ProblemException.bad(field, "is %d: give 1 to %d".formatted(value, most));
        }
        return value;
    }
}
