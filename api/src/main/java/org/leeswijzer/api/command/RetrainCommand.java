package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.api.staff.JobJson;
import org.leeswijzer.api.staff.RetrainJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.RetrainOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a new model version of all loans, and publishes it if the gate lets it: on a store, or in a running service. */
@Command(
        name = "retrain",
        description = {
            "Computes every title's neighbours anew and publishes them as a new model version,",
            "unless it is worse than the one that serves or the store is incomplete."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the version serves", "1:failed", "3:the version is withheld"})
final class RetrainCommand implements Callable<Integer> {
    private static final int WITHHELD = 3;
    private static final double PERMYRIAD = 1e4;

    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;
    @Mixin private ServiceOptions service;
    @Mixin private WhoOptions who;

    @Option(
            names = "--force-publish",
            paramLabel = "REASON",
            description = "Publishes whatever the gate says; the reason is kept with the version.")
    private @Nullable String reason;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<ServiceClient> running = service.service();
        return running.isPresent() ? inService(running.get()) : onStore();
    }

    private int onStore() {
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openAtRest(
                                context.getBean(Settings.class).engine(), Clock.systemUTC())) {
            ModelVersion version = retrain(engine);
            PrintWriter out = spec.commandLine().getOut();
            if (version.state() != ModelState.SERVING) {
                out.println(
                        "Model %d is withheld: %s"
                                .formatted(version.number(), version.verdict().objections()));
                out.println(
                        "publish it all the same with: leeswijzer models publish %d --reason ..."
                                .formatted(version.number()));
                return WITHHELD;
            }
            out.println(
                    "Model %d is published: %d loans of %d patrons, %d titles"
                            .formatted(
                                    version.number(),
                                    engine.statistics().loans(),
                                    engine.statistics().patrons(),
                                    engine.statistics().titles()));
        }
        return 0;
    }

    private ModelVersion retrain(Engine engine) {
        RetrainOrder order = new RetrainOrder(who.by(), reason, OptionalLong.empty());
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return engine.models().retrain(order, progress);
        }
    }

    private int inService(ServiceClient running) throws IOException, InterruptedException {
        JobJson job = running.post("/v1/models", new RetrainJson(who.by(), reason), JobJson.class);
        spec.commandLine().getErr().println("job %s is started".formatted(job.id()));
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            running.events("/v1/jobs/%s/events".formatted(job.id()), now -> show(now, progress));
        }
        JobJson ended = running.get("/v1/jobs/" + job.id(), JobJson.class);
        spec.commandLine().getOut().println("%s: %s".formatted(ended.id(), ended.outcome()));
        if (!ended.state().equals("done")) {
            return 1;
        }
        return String.valueOf(ended.outcome()).contains(" is withheld") ? WITHHELD : 0;
    }

    private static void show(JobJson now, ProgressLine progress) {
        Double share = now.share();
        if (share == null) {
            progress.at(now.stage(), 0, 0);
        } else {
            progress.at(now.stage(), Math.round(share * PERMYRIAD), (long) PERMYRIAD);
        }
    }
}
