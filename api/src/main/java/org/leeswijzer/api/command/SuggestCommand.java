package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private AskOptions asked;

    @Override
    public Integer call() {
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openReadOnly(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            int title = asked.title(engine, id);
            print(engine, title, engine.suggester().forTitle(title, asked.question(engine)));
        }
        return 0;
    }

    private void print(Engine engine, int title, Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AskOptions.name(engine.catalogue().title(title), id));
        answer.nothing().ifPresent(nothing -> out.println("  nothing: " + nothing.text()));
        for (Suggestion suggestion : answer.suggestions()) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%3d  %s%n     %s (%s, score %.2f)",
                            suggestion.rank(),
                            AskOptions.name(suggestion.title(), id),
                            suggestion.reason().text(asked.locale()),
                            suggestion.basis().text(),
                            suggestion.score()));
        }
    }
}
