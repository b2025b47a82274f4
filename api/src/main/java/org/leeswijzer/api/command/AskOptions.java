package org.leeswijzer.api.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.RestoreWatch;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Basis;
import org.leeswijzer.engine.suggest.Caps;
import org.leeswijzer.engine.suggest.Dial;
import org.leeswijzer.engine.suggest.Dials;
import org.leeswijzer.engine.suggest.Question;
import picocli.CommandLine.Option;

/** Who asks for suggestions, for how many, and how the dials stand. */
final class AskOptions {
    @Option(
            names = {"-l", "--library"},
            paramLabel = "CODE",
            description = "Whose readers ask; readers of any library by default.")
    private @Nullable String library;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "10",
            description = "At most so many, 1 to 100; ${DEFAULT-VALUE} by default.")
    private int limit;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "balanced",
            description =
                    "How far they may lie: close, balanced or discover; ${DEFAULT-VALUE} by default.")
    private Dial mode = Dial.BALANCED;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "Only what rests on loans, or on kinship; both by default.")
    private @Nullable Basis basis;

    @Option(
            names = "--max-per-author",
            paramLabel = "N",
            description = "At most so many titles by one author; 2 in discover, else no cap.")
    private @Nullable Integer maxPerAuthor;

    @Option(
            names = "--max-per-series",
            paramLabel = "N",
            description = "At most so many of one series; 1 in discover, else no cap.")
    private @Nullable Integer maxPerSeries;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Of the reasons: nl or en; ${DEFAULT-VALUE} by default.")
    private String lang = "";

    Locale locale() {
        return Locale.forLanguageTag(lang);
    }

    Question question(Engine engine) {
        Library asking = library(engine);
        Caps caps =
                new Caps(
                        maxPerAuthor == null ? mode.caps().perAuthor() : maxPerAuthor,
                        maxPerSeries == null ? mode.caps().perSeries() : maxPerSeries);
        Set<Basis> bases = basis == null ? Basis.OF_SEEDS : EnumSet.of(basis);
        return new Question(asking, engine.scope(asking), true, Set.of(), limit)
                .with(new Dials(mode, bases, caps));
    }

    /** The number of the title that an id names. */
    int title(Engine engine, String id) {
        engine.backups()
                .restored()
                .ifPresent(
                        restored -> {
                            throw new IllegalArgumentException(
                                    "the store was " + RestoreWatch.why(restored));
                        });
        return engine.catalogue()
                .find(library(engine), id)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "id is '%s', which no title has: give a record id, an ISBN or a work id"
                                                .formatted(id)));
    }

    private @Nullable Library library(Engine engine) {
        if (library == null) {
            return null;
        }
        Library asking = new Library(library);
        if (!engine.libraries().contains(asking)) {
            throw new IllegalArgumentException(
                    "library is '%s', which has sent nothing yet: give one of %s"
                            .formatted(library, engine.libraries()));
        }
        return asking;
    }

    /** A title's name, author and year; the id it was asked by as long as only loans have named it. */
    static String name(Title title, String id) {
        return title.description().map(AskOptions::name).orElse(id);
    }

    private static String name(Description description) {
        String authors = String.join(", ", description.authors());
        String year = description.year() == null ? "" : " (" + description.year() + ")";
        return description.title() + (authors.isEmpty() ? "" : ", " + authors) + year;
    }
}
