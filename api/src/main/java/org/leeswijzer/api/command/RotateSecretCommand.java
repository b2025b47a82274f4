package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a library a new secret: on a store that nobody serves. */
@Command(
        name = "rotate-secret",
        description = {
            "Gives a library a new secret, and the store of a service that does not run the pseudonyms under it.",
            "Loans, promises and suggestions stay as they are."
        },
        mixinStandardHelpOptions = true)
final class RotateSecretCommand implements Runnable {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;

    @Option(
            names = {"-l", "--library"},
            paramLabel = "CODE",
            required = true,
            description = "Whose secret.")
    private String library = "";

    @Override
    public void run() {
        Library whose = new Library(library);
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openAtRest(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            int rotation = engine.secretRotation().rotate(whose);
            spec.commandLine()
                    .getOut()
                    .println(
                            "The store is under secret %s.%d.secret now: copy it to every machine that reads or publishes for %s, keep the ones before, and delete older backups of the store"
                                    .formatted(whose, rotation, whose));
        }
    }
}
