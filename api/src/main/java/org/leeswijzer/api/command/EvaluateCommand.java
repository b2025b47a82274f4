package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.ReportJson;
import org.leeswijzer.api.report.ReportPage;
import org.leeswijzer.api.report.ReportText;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.Evaluator;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.MostBorrowed;
import org.leeswijzer.engine.evaluate.Plan;
import org.leeswijzer.engine.evaluate.Report;
import org.leeswijzer.ingest.loanset.LoanSetFiles;
import org.leeswijzer.ingest.loanset.LoanSetReader;
import org.leeswijzer.ingest.loanset.ReadLoanSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluates the suggester on loans in files, or on those of a store. */
@Command(
        name = "evaluate",
        description = {
            "Learns from a part of the loans and judges by the rest how good the suggestions are:",
            "of loans in files (--loans, --titles), or of a store (--folder)."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private LoanSetOptions set;
    @Mixin private SettingsOptions settings;

    @Option(
            names = "--min-borrowers",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "A pair of titles with fewer shared patrons is not used; here it may be 1. ${DEFAULT-VALUE} by default.")
    private int minBorrowers;

    @Option(
            names = "--cut",
            paramLabel = "DATE",
            description =
                    "Where all loans are cut into before and after; at four fifths of them by default.")
    private @Nullable LocalDate cut;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "10",
            description = "So many suggestions of a list are judged; ${DEFAULT-VALUE} by default.")
    private int depth;

    @Option(
            names = "--most-judged",
            paramLabel = "N",
            defaultValue = "20000",
            description =
                    "Patrons beyond so many are learned from, but not asked about; ${DEFAULT-VALUE} by default.")
    private int mostJudged;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20",
            description = "Equal seeds draw alike; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "0 for one per processor; the figures do not depend on it.")
    private int threads;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes them as a page with charts.")
    private @Nullable Path html;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Of table and page: nl or en; ${DEFAULT-VALUE} by default.")
    private String lang = "";

    @Override
    public Integer call() throws IOException {
        Words words = Words.of(Locale.forLanguageTag(lang));
        Optional<LoanSetFiles> files = set.files();
        if (files.isPresent()) {
            ofFiles(files.get(), words);
        } else if (settings.areGiven()) {
            ofStore(words);
        } else {
            throw new ParameterException(
                    spec.commandLine(), "give loans: --loans FILE, or --folder FOLDER of a store");
        }
        return 0;
    }

    private void ofFiles(LoanSetFiles files, Words words) throws IOException {
        ReadLoanSet read;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            read = new LoanSetReader(files, progress).read();
        }
        new ReadingText(spec.commandLine().getErr()).tell(read.files());
        Report report;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            report = evaluate(read.name(), read.catalogue(), read.loans(), progress);
        }
        write(new ReportJson(report, seed, read.files()), new ReportPage(report, words), words);
    }

    private void ofStore(Words words) throws IOException {
        Report report;
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine =
                        Engine.openReadOnly(
                                context.getBean(Settings.class).engine(), Clock.systemUTC());
                ProgressLine progress = ProgressLine.onStandardError()) {
            report = evaluate("store", engine.catalogue(), engine.loans(), progress);
        }
        write(new ReportJson(report, seed, List.of()), new ReportPage(report, words), words);
    }

    private Report evaluate(
            String name, Catalogue catalogue, LoanSet loans, ProgressLine progress) {
        Plan plan =
                new Plan(
                        minBorrowers,
                        depth,
                        cut == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Math.toIntExact(cut.toEpochDay())),
                        mostJudged,
                        List.of(MostBorrowed.contender(catalogue.size())),
                        new Bootstrap(Bootstrap.DEFAULT.resamples(), seed),
                        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        return new Evaluator(plan, progress).evaluate(name, catalogue, loans);
    }

    private void write(ReportJson figures, ReportPage page, Words words) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        new ReportText(out, words).print(figures.report());
        if (json != null) {
            Files.write(json, figures.bytes());
            spec.commandLine().getErr().println("figures are written to " + json);
        }
        if (html != null) {
            Files.writeString(html, page.html());
            spec.commandLine().getErr().println("the page is written to " + html);
        }
    }
}
