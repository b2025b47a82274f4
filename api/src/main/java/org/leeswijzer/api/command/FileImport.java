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
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.ImportProblem;
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
        ImportReport report;
        try (ApplicationContext context = Service.context(properties)) {
            EngineSettings settings = context.getBean(Settings.class).engine();
            Optional<ConsumerSettings> kafka =
                    context.getBean(KafkaSettings.class)
                            .consumer()
                            .filter(named -> !options.toStore());
            PrintWriter out = commandLine.getOut();
            report = kafka.isPresent() ? publish(kafka.get(), settings, out) : store(settings, out);
        }
        PrintWriter err = commandLine.getErr();
        for (ImportProblem problem : report.firstProblems()) {
            err.println(options.file() + " " + problem);
        }
        if (report.bad() > report.firstProblems().size()) {
            err.println(
                    "and %d more: mend these first"
                            .formatted(report.bad() - report.firstProblems().size()));
        }
        return report.bad() > 0 ? SOME_BAD : 0;
    }

    private ImportReport publish(ConsumerSettings kafka, EngineSettings settings, PrintWriter out)
            throws IOException {
        Topics.create(kafka);
        try (Publisher target = Publisher.to(kafka.bootstrapServers(), kafka.kafkaProperties())) {
            ImportReport report = read(target, new Secrets(settings.secrets(), new SecureRandom()));
            out.println(
                    "%d lines read, %d published, %d bad%s"
                            .formatted(
                                    report.lines(),
                                    report.published(),
                                    report.bad(),
                                    isbns(report)));
            return report;
        }
    }

    private ImportReport store(EngineSettings settings, PrintWriter out) throws IOException {
        try (Engine engine = Engine.openAtRest(settings, clock);
                StoreTarget target = new StoreTarget(engine.bulkLoad())) {
            ImportReport report = read(target, engine.secrets());
            out.println(
                    "%d lines read, %d stored, %d bad%s"
                            .formatted(
                                    report.lines(),
                                    report.published(),
                                    report.bad(),
                                    isbns(report)));
            outcomes(target.receipt(), out);
            return report;
        }
    }

    private ImportReport read(Target target, Secrets secrets) throws IOException {
        String map = options.map();
        String library = options.library();
        Importer importer =
                new Importer(
                        kind,
                        library == null ? null : new Library(library),
                        map == null ? Columns.BY_NAME : Columns.parse(map),
                        secrets,
                        clock);
        try (SourceFile file = SourceFile.open(options.file(), System.in);
                ProgressLine progress = ProgressLine.onStandardError()) {
            return importer.run(file, target, progress);
        }
    }

    private static String isbns(ImportReport report) {
        return report.isbnsLeftOut() == 0
                ? ""
                : ", %d ISBNs left out that are none".formatted(report.isbnsLeftOut());
    }

    private static void outcomes(Receipt receipt, PrintWriter out) {
        for (Outcome outcome : Outcome.values()) {
            if (receipt.count(outcome) > 0) {
                out.println("  %,d %s".formatted(receipt.count(outcome), words(outcome)));
            }
        }
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case COUNTED -> "loans counted";
            case CORRECTED -> "loans corrected";
            case REPEATED -> "that were known already";
            case PARKED -> "loans parked until their item's title is known";
            case OUTSIDE_WINDOW -> "loans left out, from before the retention window";
            case FORGOTTEN -> "loans or patrons forgotten";
            case CATALOGUED -> "titles or items noted";
        };
    }
}
