package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.api.staff.DecidedJson;
import org.leeswijzer.api.staff.DecisionJson;
import org.leeswijzer.api.staff.DecisionsJson;
import org.leeswijzer.api.staff.RecordJson;
import org.leeswijzer.api.staff.UndoJson;
import org.leeswijzer.api.staff.WorkDecider;
import org.leeswijzer.api.staff.WorkOrderJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.ingest.ConsumerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides which records are one work, in a running service, through the event log, or in the store of one that does not run. */
@Command(
        name = "works",
        description = "Decides which records are one work, and lists and undoes what was decided.",
        mixinStandardHelpOptions = true)
final class WorksCommand implements Callable<Integer> {
    private static final String RECORD = "LIBRARY/ID";
    private static final String WORKS = "/v1/works/";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "give merge, split, list or undo");
    }

    @Command(
            name = "merge",
            description = "Has records be one work, whatever their catalogues say.",
            mixinStandardHelpOptions = true)
    void merge(
            @Mixin SettingsOptions settings,
            @Mixin ServiceOptions service,
            @Mixin WhoOptions who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Is kept with it.")
                    String reason,
            @Parameters(paramLabel = RECORD, arity = "2..*") List<String> records)
            throws IOException, InterruptedException {
        WorkOrderJson order = new WorkOrderJson(records(records), who.by(), reason);
        decide("merge", order, settings, service, decider -> decider.merge(order, who.by()));
    }

    @Command(
            name = "split",
            description = "Has records be another work than all that are not named.",
            mixinStandardHelpOptions = true)
    void split(
            @Mixin SettingsOptions settings,
            @Mixin ServiceOptions service,
            @Mixin WhoOptions who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Is kept with it.")
                    String reason,
            @Parameters(paramLabel = RECORD, arity = "1..*") List<String> records)
            throws IOException, InterruptedException {
        WorkOrderJson order = new WorkOrderJson(records(records), who.by(), reason);
        decide("split", order, settings, service, decider -> decider.split(order, who.by()));
    }

    @Command(
            name = "undo",
            description = "Has a decision hold no more.",
            mixinStandardHelpOptions = true)
    void undo(
            @Mixin SettingsOptions settings,
            @Mixin ServiceOptions service,
            @Mixin WhoOptions who,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Is kept with it.")
                    String reason,
            @Parameters(paramLabel = "DECISION") String id)
            throws IOException, InterruptedException {
        UndoJson order = new UndoJson(id, who.by(), reason);
        decide("undo", order, settings, service, decider -> decider.undo(order, who.by()));
    }

    @Command(
            name = "list",
            description = "Lists what was decided, oldest first.",
            mixinStandardHelpOptions = true)
    void list(@Mixin SettingsOptions settings, @Mixin ServiceOptions service)
            throws IOException, InterruptedException {
        Optional<ServiceClient> running = service.service();
        DecisionsJson all =
                running.isPresent()
                        ? running.get().get(WORKS + "decisions", DecisionsJson.class)
                        : inStore(settings, true, WorkDecider::list);
        all.decisions().forEach(this::tell);
    }

    private interface Deciding<T> {
        T with(WorkDecider decider);
    }

    /* Asks the service that runs, or decides by itself. */
    private void decide(
            String what,
            Object order,
            SettingsOptions settings,
            ServiceOptions service,
            Deciding<DecidedJson> deciding)
            throws IOException, InterruptedException {
        Optional<ServiceClient> running = service.service();
        tell(
                running.isPresent()
                        ? running.get().post(WORKS + what, order, DecidedJson.class)
                        : inStore(settings, false, deciding));
    }

    /* What goes through the log is only looked up in the store, which a service may have open. */
    private static <T> T inStore(SettingsOptions settings, boolean toRead, Deciding<T> deciding) {
        try (ApplicationContext context = Service.context(settings.properties())) {
            EngineSettings of = context.getBean(Settings.class).engine();
            Optional<ConsumerSettings> log = context.getBean(KafkaSettings.class).consumer();
            try (Engine engine =
                    toRead || log.isPresent()
                            ? Engine.openReadOnly(of, Clock.systemUTC())
                            : Engine.openAtRest(of, Clock.systemUTC())) {
                return deciding.with(new WorkDecider(engine, log));
            }
        }
    }

    private static List<RecordJson> records(List<String> given) {
        List<RecordJson> records = new ArrayList<>();
        for (String each : given) {
            int slash = each.indexOf('/');
            if (slash < 1 || slash == each.length() - 1) {
                throw new IllegalArgumentException(
                        "record is '%s': give the library's code, / and the record's id"
                                .formatted(each));
            }
            records.add(new RecordJson(each.substring(0, slash), each.substring(slash + 1)));
        }
        return records;
    }

    private void tell(DecidedJson decided) {
        tell(decided.decision());
        PrintWriter out = spec.commandLine().getOut();
        decided.overrules().forEach(id -> out.println("overrules decision " + id));
        if (decided.published()) {
            out.println("published; it holds as soon as it is read from the event log");
        }
    }

    private void tell(DecisionJson decision) {
        spec.commandLine()
                .getOut()
                .println(
                        "%s %s%s %s by %s at %s: %s"
                                .formatted(
                                        decision.id(),
                                        decision.kind(),
                                        decision.undoes() == null ? "" : " " + decision.undoes(),
                                        decision.records().stream()
                                                .map(each -> each.library() + "/" + each.id())
                                                .collect(Collectors.joining(" ")),
                                        decision.by(),
                                        decision.at(),
                                        decision.reason()
                                                + (decision.undone() ? " (undone)" : "")));
    }
}
