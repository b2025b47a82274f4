package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.leeswijzer.api.service.KafkaSettings;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.DryRun;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.Publisher;
import org.leeswijzer.ingest.load.StoreTarget;
import org.leeswijzer.ingest.load.Target;
import picocli.CommandLine;

/** One import of one file: to the event log where a broker is named, else straight to the store. */
final class FileImport {
    private static final int SOME_BAD = 3;

    private final Kind kind;
    private final ImportOptions options;
    private final Map<String, Object> properties;
    private final Clock clock = Clock.systemUTC();

    FileImport(Kind kind, ImportOptions options, Map<String, Object> properties) {
        this.kind = kind;
        this.options = options;
        this.properties = properties;
    }

    /** Imports, tells what came of it, and returns the exit code. */
    int run(CommandLine commandLine) throws IOException {
        ImportPlan plan = options.plan(kind);
        PrintWriter out = commandLine.getOut();
        ImportReport report = options.dryRun() ? dryRun(plan, out) : reallyRun(plan, out);
        new ImportText(options.file(), report).tellProblems(commandLine.getErr());
        return report.bad() > 0 ? SOME_BAD : 0;
    }

    private ImportReport reallyRun(ImportPlan plan, PrintWriter out) throws IOException {
        try (ApplicationContext context = Service.context(properties)) {
            EngineSettings settings = context.getBean(Settings.class).engine();
            Optional<ConsumerSettings> kafka =
                    context.getBean(KafkaSettings.class)
                            .consumer()
                            .filter(named -> !options.toStore());
            return kafka.isPresent()
                    ? publish(plan, kafka.get(), settings, out)
                    : store(plan, settings, out);
        }
    }

    private ImportReport dryRun(ImportPlan plan, PrintWriter out) throws IOException {
        try (ApplicationContext context = Service.context(properties);
                Trial trial = Trial.of(context.getBean(Settings.class).engine(), clock);
                DryRun target = new DryRun(trial.known())) {
            ImportReport report = read(plan, target, trial.pseudonymisers());
            new ImportText(options.file(), report).tell(target, trial.whyNot(), out);
            return report;
        }
    }

    private ImportReport publish(
            ImportPlan plan, ConsumerSettings kafka, EngineSettings settings, PrintWriter out)
            throws IOException {
        Topics.create(kafka);
        Secrets secrets = new Secrets(settings.secrets(), new SecureRandom());
        try (Publisher target =
                Publisher.to(
                        kafka.bootstrapServers(), kafka.kafkaProperties(), secrets::rotation)) {
            ImportReport report = read(plan, target, secrets);
            new ImportText(options.file(), report).tell("published", out);
            return report;
        }
    }

    private ImportReport store(ImportPlan plan, EngineSettings settings, PrintWriter out)
            throws IOException {
        try (Engine engine = Engine.openAtRest(settings, clock);
                StoreTarget target = new StoreTarget(engine.bulkLoad())) {
            ImportReport report = read(plan, target, engine.secrets());
            ImportText text = new ImportText(options.file(), report);
            text.tell("stored", out);
            text.tell(target.receipt(), out);
            return report;
        }
    }

    private ImportReport read(ImportPlan plan, Target target, Pseudonymisers pseudonymisers)
            throws IOException {
        try (SourceFile file = SourceFile.open(options.file(), System.in);
                ProgressLine progress = ProgressLine.onStandardError()) {
            return new Importer(plan, pseudonymisers, clock).run(file, target, progress);
        }
    }
}
