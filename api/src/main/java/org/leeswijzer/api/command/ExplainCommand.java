package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.suggest.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why one title is suggested for another, or why not, from the store as it is, also while a service runs on it. */
@Command(
        name = "explain",
        description = "Says why a title is suggested for another, or why not.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;
    @Mixin private AskOptions asked;

    @Parameters(
            index = "0",
            paramLabel = "SEED",
            description = "Whose shelf it is: a record id, an ISBN or a work id.")
    private String seed = "";

    @Parameters(
            index = "1",
            paramLabel = "CANDIDATE",
            description = "The title that is or is not on it, likewise.")
    private String candidate = "";

    @Override
    public Integer call() {
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openReadOnly(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            int from = asked.title(engine, seed);
            int to = asked.title(engine, candidate);
            Explanation explanation = engine.explain(from, to, asked.question(engine));
            PrintWriter out = spec.commandLine().getOut();
            out.println(AskOptions.name(engine.catalogue().title(from), seed));
            out.println("  " + AskOptions.name(engine.catalogue().title(to), candidate));
            out.printf(
                    "     %s: %s%n", explanation.code().text(), explanation.text(asked.locale()));
        }
        return 0;
    }
}
