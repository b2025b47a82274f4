package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.api.staff.ReplayJson;
import org.leeswijzer.api.staff.ReplayedJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.LogReplay;
import org.leeswijzer.ingest.ReplayOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has the event log read again: by the service that runs, or by the one that is started next on the store. */
@Command(
        name = "replay",
        description = {
            "Has the event log read again from an offset or a time on. It is safe to repeat: a loan that",
            "is read again counts once. Without --url, for the store of a service that does not run; it",
            "reads when it is started."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;
    @Mixin private ServiceOptions service;

    @Option(
            names = "--from-offset",
            paramLabel = "TOPIC-PARTITION=N",
            description = "The offset to read a partition from; once for each partition.")
    private List<String> fromOffsets = new ArrayList<>();

    @Option(
            names = "--from-time",
            paramLabel = "TIME",
            description =
                    "Reads every partition from the first record of that time on: 2026-03-01 or 2026-03-01T12:00:00Z.")
    private @Nullable String fromTime;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReplayOrder order = ReplayOrder.parse(fromOffsets, fromTime);
        Optional<ServiceClient> running = service.service();
        ReplayedJson replayed =
                running.isPresent()
                        ? running.get()
                                .post(
                                        "/v1/log/replay",
                                        new ReplayJson(
                                                fromTime == null ? fromOffsets : null, fromTime),
                                        ReplayedJson.class)
                        : onStore(order);
        PrintWriter out = spec.commandLine().getOut();
        for (ReplayedJson.Partition each : replayed.partitions()) {
            out.println(
                    "%s-%d is read again from %d to %d"
                            .formatted(
                                    each.topic(),
                                    each.partition(),
                                    each.from(),
                                    each.before() - 1));
        }
        if (replayed.partitions().isEmpty()) {
            out.println("nothing of that time or later has been read yet");
        }
        return 0;
    }

    private ReplayedJson onStore(ReplayOrder order) {
        try (ApplicationContext context = Service.context(settings.properties())) {
            ConsumerSettings log = LogOptions.in(context);
            Clock clock = Clock.systemUTC();
            try (Engine engine =
                    Engine.openAtRest(context.getBean(Settings.class).engine(), clock)) {
                Decoders decoders = new Decoders(log.folioEnv(), engine.secrets(), clock);
                return ReplayedJson.of(new LogReplay(log, decoders).run(order, engine));
            }
        }
    }
}
