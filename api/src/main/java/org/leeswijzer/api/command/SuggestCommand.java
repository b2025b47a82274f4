package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Suggests for one title, from the store as it is, also while a service runs on it. */
@Command(
        name = "suggest",
        description = "Suggests for one title, from the store as it is now.",
        mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;

    @Parameters(paramLabel = "ID", description = "A record id, an ISBN or a work id.")
    private String id = "";

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
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Of the reasons: nl or en; ${DEFAULT-VALUE} by default.")
    private String lang = "";

    @Override
    public Integer call() {
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openReadOnly(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            Library asking = library(engine);
            int title =
                    engine.catalogue()
                            .find(asking, id)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "id is '%s', which no title has: give a record id, an ISBN or a work id"
                                                            .formatted(id)));
            Question question = new Question(asking, engine.scope(asking), true, Set.of(), limit);
            print(engine, title, engine.suggester().forTitle(title, question));
        }
        return 0;
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

    private void print(Engine engine, int title, Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(name(engine.catalogue().title(title)));
        answer.nothing().ifPresent(nothing -> out.println("  nothing: " + nothing.text()));
        for (Suggestion suggestion : answer.suggestions()) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%3d  %s%n     %s (%s, score %.2f)",
                            suggestion.rank(),
                            name(suggestion.title()),
                            suggestion.reason().text(Locale.forLanguageTag(lang)),
                            suggestion.basis().text(),
                            suggestion.score()));
        }
    }

    private String name(Title title) {
        return title.description().map(SuggestCommand::name).orElse(id);
    }

    private static String name(Description description) {
        String authors = String.join(", ", description.authors());
        String year = description.year() == null ? "" : " (" + description.year() + ")";
        return description.title() + (authors.isEmpty() ? "" : ", " + authors) + year;
    }
}
