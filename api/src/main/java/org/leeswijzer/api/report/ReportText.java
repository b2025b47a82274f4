package org.leeswijzer.api.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Line;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Measures;
import org.leeswijzer.engine.evaluate.Mode;
import org.leeswijzer.engine.evaluate.Report;
import org.leeswijzer.engine.evaluate.Trial;

/** A report as lines of text: under every figure its 95% interval. */
public final class ReportText {
    private static final int NAME = 26;
    private static final int CELL = 15;
    private static final String NOTHING = "–";

    private final PrintWriter out;
    private final Words words;

    /** @param out where it is printed */
    public ReportText(PrintWriter out, Words words) {
        this.out = out;
        this.words = words;
    }

    /** @param ofSuggestions whether it says something of suggestions alone, and nothing without any */
    private record Column(
            String name, Unit unit, Function<Measures, Measure> figure, boolean ofSuggestions) {}

    /** Prints it. */
    public void print(Report report) {
        out.println(
                words.say(
                        "%s: %,d loans of %,d patrons and %,d titles, %s to %s; minBorrowers %d",
                        "%s: %,d leningen van %,d leners en %,d titels, %s tot %s; minBorrowers %d",
                        report.name(),
                        report.loans(),
                        report.patrons(),
                        report.titles(),
                        report.first(),
                        report.last(),
                        report.minBorrowers()));
        report.trials().forEach(trial -> print(trial, report));
        out.flush();
    }

    private void print(Trial trial, Report report) {
        out.println();
        out.println("== " + words.split(trial.split()));
        out.println(
                words.say(
                        "learned from %,d loans of %,d patrons, weighed by %s",
                        "geleerd van %,d leningen van %,d leners, gewogen met %s",
                        trial.loans(),
                        trial.patrons(),
                        trial.blend().toString().replaceAll("^\\w+\\[|]$", "")));
        for (Mode mode : Mode.values()) {
            List<Line> lines = trial.lines().stream().filter(line -> line.mode() == mode).toList();
            if (!lines.isEmpty()) {
                print(mode, lines, report.depth());
            }
        }
        reach(trial);
        out.println();
        out.println(
                words.say(
                        "minBorrowers %d withholds %s of the pairs of titles (%s)",
                        "minBorrowers %d houdt %s van de titelparen achter (%s)",
                        report.minBorrowers(),
                        Unit.SHARE.text(trial.withheld().value(), words),
                        words.interval(trial.withheld(), Unit.SHARE)));
    }

    private List<Column> columns(int depth) {
        return List.of(
                new Column("nDCG@" + depth, Unit.FINE, Measures::ndcg, false),
                new Column("Recall@" + depth, Unit.FINE, Measures::recall, false),
                new Column("HR@" + depth, Unit.FINE, Measures::hitRate, false),
                new Column("MRR@" + depth, Unit.FINE, Measures::mrr, false),
                new Column(words.say("coverage", "dekking"), Unit.FINE, Measures::coverage, false),
                new Column("Gini", Unit.FINE, Measures::gini, true),
                new Column(words.say("novelty", "nieuwheid"), Unit.BITS, Measures::novelty, true));
    }

    private void print(Mode mode, List<Line> lines, int depth) {
        out.println();
        out.println(
                words.say(
                        "%s: %,d lists",
                        "%s: %,d lijsten", words.mode(mode), lines.get(0).measures().cases()));
        List<Column> columns = columns(depth);
        row("", columns.stream().map(Column::name).toList());
        for (Line line : lines) {
            row(words.model(line.model()), figures(columns, line.measures()));
            row("", intervals(columns, line.measures()));
        }
    }

    private List<String> figures(List<Column> columns, Measures measures) {
        return columns.stream()
                .map(
                        column ->
                                says(column, measures)
                                        ? column.unit()
                                                .text(
                                                        column.figure().apply(measures).value(),
                                                        words)
                                        : NOTHING)
                .toList();
    }

    private List<String> intervals(List<Column> columns, Measures measures) {
        return columns.stream()
                .map(
                        column ->
                                says(column, measures)
                                        ? words.interval(
                                                column.figure().apply(measures), column.unit())
                                        : "")
                .toList();
    }

    /* Where nothing was suggested, it was neither even nor known. */
    private static boolean says(Column column, Measures measures) {
        return !column.ofSuggestions() || measures.coverage().value() > 0;
    }

    private void reach(Trial trial) {
        out.println();
        out.println(
                words.say(
                        "With at least 5 suggestions, as a share of",
                        "Met minstens 5 suggesties, als deel van"));
        row("", List.of(words.say("titles", "titels"), words.say("loans", "leningen")));
        trial.reach()
                .forEach(
                        (model, reach) -> {
                            List<Measure> both = List.of(reach.titles(), reach.loans());
                            List<String> values = new ArrayList<>();
                            List<String> intervals = new ArrayList<>();
                            for (Measure each : both) {
                                values.add(Unit.SHARE.text(each.value(), words));
                                intervals.add(words.interval(each, Unit.SHARE));
                            }
                            row(words.model(model), values);
                            row("", intervals);
                        });
    }

    private void row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(pad(name, -NAME));
        cells.forEach(cell -> row.append(pad(cell, CELL)));
        out.println(row.toString().stripTrailing());
    }

    private static String pad(String text, int width) {
        return String.format("%" + width + "s", text);
    }
}
