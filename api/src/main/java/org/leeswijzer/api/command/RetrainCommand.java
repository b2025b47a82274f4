package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.ModelInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Computes and publishes a new model version from all loans of a store that no process serves. */
@Command(
        name = "retrain",
        description =
                "Computes every title's neighbours anew and publishes them as a new model version.",
        mixinStandardHelpOptions = true)
final class RetrainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;

    @Override
    public Integer call() {
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openAtRest(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            ModelInfo model = retrain(engine);
            spec.commandLine()
                    .getOut()
                    .println(
                            "Model %d is published: %d loans of %d patrons, %d titles"
                                    .formatted(
                                            model.version(),
                                            engine.statistics().loans(),
                                            engine.statistics().patrons(),
                                            engine.statistics().titles()));
        }
        return 0;
    }

    private static ModelInfo retrain(Engine engine) {
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return engine.retrain(progress);
        }
    }
}
