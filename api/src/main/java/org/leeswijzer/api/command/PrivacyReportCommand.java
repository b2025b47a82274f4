package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.privacy.PrivacyReportJson;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.api.staff.ModelsJson;
import org.leeswijzer.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a privacy officer wants to know. */
@Command(
        name = "privacy-report",
        description = {
            "Tells a privacy officer what is held, for how long and where, what minBorrowers withholds, and",
            "how many patrons were erased or opted out. Numbers below minBorrowers are not told. Pairs are",
            "counted as a retrain does; a service that is asked counts once for each version, and after a patron left."
        },
        mixinStandardHelpOptions = true)
final class PrivacyReportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;
    @Mixin private ServiceOptions service;

    @Option(
            names = "--model",
            paramLabel = "N",
            description = "The version of the model; the one that serves if none is given.")
    private @Nullable Integer model;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "nl",
            description = "Of the text: nl or en; ${DEFAULT-VALUE} by default.")
    private String lang = "";

    @Option(names = "--json", description = "As JSON, in both languages.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Words words = Words.of(Locale.forLanguageTag(lang));
        Optional<ServiceClient> running = service.service();
        PrivacyReportJson report = running.isPresent() ? of(running.get()) : ofStore();
        spec.commandLine()
                .getOut()
                .println(json ? JsonText.of(report) : new PrivacyText(words).of(report));
        return 0;
    }

    private PrivacyReportJson of(ServiceClient running) throws IOException, InterruptedException {
        int version = model != null ? model : running.get("/v1/models", ModelsJson.class).serving();
        return running.get("/v1/models/" + version + "/privacy", PrivacyReportJson.class);
    }

    private PrivacyReportJson ofStore() {
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openReadOnly(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            int version = model != null ? model : engine.model().version();
            return PrivacyReportJson.of(engine.privacy().report(version));
        }
    }
}
