package org.leeswijzer.api.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.leeswijzer.api.report.BarChart.Bar;
import org.leeswijzer.api.report.BarChart.Group;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Line;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Measures;
import org.leeswijzer.engine.evaluate.Mode;
import org.leeswijzer.engine.evaluate.Reach;
import org.leeswijzer.engine.evaluate.Report;
import org.leeswijzer.engine.evaluate.Trial;

/** The charts of one trial. */
final class TrialFigures {
    private final Report report;
    private final Trial trial;
    private final Words words;
    private final List<String> models;
    private final List<Line> main;

    TrialFigures(Report report, Trial trial, Words words) {
        this.report = report;
        this.trial = trial;
        this.words = words;
        models = trial.lines().stream().map(Line::model).distinct().toList();
        Mode first = trial.lines().get(0).mode();
        main = trial.lines().stream().filter(line -> line.mode() == first).toList();
    }

    List<Figure> all() {
        return List.of(accuracy(), hitRate(), coverage(), reach(), popularity(), withheld());
    }

    private Figure accuracy() {
        String heading =
                words.say(
                        "Do suggestions foretell what is borrowed next?",
                        "Voorspellen suggesties wat daarna geleend wordt?");
        List<Group> groups = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            List<Bar> bars =
                    trial.lines().stream()
                            .filter(line -> line.mode() == mode)
                            .map(line -> bar(line, line.measures().ndcg()))
                            .toList();
            if (!bars.isEmpty()) {
                groups.add(new Group(words.mode(mode), bars));
            }
        }
        return new Figure(
                heading,
                words.say(
                        "nDCG@%d, which is 1 where all that was borrowed heads the list; the whisker is the 95%% interval.",
                        "nDCG@%d: 1 als al het geleende bovenaan staat. Het streepje is het 95%%-interval.",
                        report.depth()),
                List.of(),
                List.of(new BarChart(heading, groups, Unit.SCORE, words).svg()),
                accuracyTable(heading));
    }

    private Bar bar(Line line, Measure measure) {
        return new Bar(words.model(line.model()), series(line.model()), measure);
    }

    private int series(String model) {
        return models.indexOf(model);
    }

    private Table accuracyTable(String heading) {
        List<List<String>> rows =
                trial.lines().stream()
                        .map(
                                line ->
                                        List.of(
                                                words.model(line.model()),
                                                words.mode(line.mode()),
                                                words.whole(line.measures().cases()),
                                                full(line.measures().ndcg(), Unit.SCORE),
                                                full(line.measures().recall(), Unit.SCORE),
                                                full(line.measures().hitRate(), Unit.SHARE),
                                                full(line.measures().mrr(), Unit.SCORE)))
                        .toList();
        return new Table(
                heading,
                List.of(
                        words.say("model", "model"),
                        words.say("asked", "gevraagd"),
                        words.say("lists", "lijsten"),
                        "nDCG",
                        "recall",
                        words.say("hit rate", "trefkans"),
                        "MRR"),
                rows);
    }

    private String full(Measure measure, Unit unit) {
        return "%s (%s)"
                .formatted(unit.text(measure.value(), words), words.interval(measure, unit));
    }

    private Figure hitRate() {
        String heading = words.say("How long must a list be?", "Hoe lang moet een lijst zijn?");
        List<LineChart.Line> lines =
                main.stream()
                        .map(
                                line ->
                                        new LineChart.Line(
                                                words.model(line.model()),
                                                series(line.model()),
                                                line.hitRateAt()))
                        .toList();
        String across = words.say("suggestions shown", "suggesties getoond");
        String up = words.say("of lists with a hit", "van de lijsten met een treffer");
        List<String> head = new ArrayList<>(List.of(across));
        main.forEach(line -> head.add(words.model(line.model())));
        List<List<String>> rows =
                IntStream.range(0, report.depth())
                        .mapToObj(
                                at -> {
                                    List<String> row = new ArrayList<>();
                                    row.add(words.whole(at + 1));
                                    main.forEach(
                                            line ->
                                                    row.add(
                                                            words.percent(
                                                                    line.hitRateAt().get(at))));
                                    return row;
                                })
                        .toList();
        return new Figure(
                heading,
                words.say(
                        "How often at least one suggestion was borrowed later, by how many are shown.",
                        "Hoe vaak minstens één suggestie later geleend werd, naar hoeveel er getoond worden."),
                legend(),
                List.of(
                        new LineChart(
                                        heading,
                                        across,
                                        up,
                                        lines,
                                        report.depth() <= 12 ? 0 : report.depth(),
                                        words)
                                .svg()),
                new Table(heading, head, rows));
    }

    private List<String> legend() {
        return main.stream().map(line -> words.model(line.model())).toList();
    }

    private Figure coverage() {
        String heading =
                words.say(
                        "How much of the collection is shown?",
                        "Hoeveel van de collectie komt in beeld?");
        List<PointChart.Point> points =
                main.stream()
                        .map(
                                line ->
                                        new PointChart.Point(
                                                words.model(line.model()),
                                                series(line.model()),
                                                line.measures().coverage(),
                                                line.measures().ndcg()))
                        .toList();
        return new Figure(
                heading,
                words.say(
                        "To the right more titles are suggested to anyone at all, upwards suggestions are better. Top right is best.",
                        "Naar rechts worden meer titels aan wie dan ook voorgesteld, omhoog zijn de suggesties beter. Rechtsboven is het best."),
                legend(),
                List.of(
                        new PointChart(
                                        heading,
                                        words.say(
                                                "titles that were suggested at all",
                                                "titels die voorgesteld werden"),
                                        "nDCG@" + report.depth(),
                                        points,
                                        words)
                                .svg()),
                mainTable(
                        heading,
                        List.of(words.say("coverage", "dekking"), "nDCG"),
                        List.of(
                                measures -> full(measures.coverage(), Unit.SHARE),
                                measures -> full(measures.ndcg(), Unit.SCORE))));
    }

    private Table mainTable(
            String heading, List<String> names, List<Function<Measures, String>> columns) {
        List<String> head = new ArrayList<>(List.of(words.say("model", "model")));
        head.addAll(names);
        List<List<String>> rows =
                main.stream()
                        .map(
                                line -> {
                                    List<String> row = new ArrayList<>();
                                    row.add(words.model(line.model()));
                                    columns.forEach(
                                            column -> row.add(column.apply(line.measures())));
                                    return row;
                                })
                        .toList();
        return new Table(heading, head, rows);
    }

    private Figure reach() {
        String heading = words.say("Who finds a full shelf?", "Wie vindt een volle plank?");
        String titles = words.say("Of the titles", "Van de titels");
        String loans = words.say("Of the loans, by their title", "Van de leningen, naar hun titel");
        return new Figure(
                heading,
                words.say(
                        "For so many title pages there are at least %d suggestions.",
                        "Voor zo veel titelpagina's zijn er minstens %d suggesties.", Reach.ENOUGH),
                List.of(),
                List.of(
                        new BarChart(
                                        heading,
                                        List.of(
                                                new Group(titles, reachBars(Reach::titles)),
                                                new Group(loans, reachBars(Reach::loans))),
                                        Unit.SHARE,
                                        words)
                                .svg()),
                new Table(
                        heading,
                        List.of(words.say("model", "model"), titles, loans),
                        trial.reach().entrySet().stream()
                                .map(
                                        reach ->
                                                List.of(
                                                        words.model(reach.getKey()),
                                                        full(reach.getValue().titles(), Unit.SHARE),
                                                        full(reach.getValue().loans(), Unit.SHARE)))
                                .toList()));
    }

    private List<Bar> reachBars(Function<Reach, Measure> share) {
        return trial.reach().entrySet().stream()
                .map(
                        (Map.Entry<String, Reach> reach) ->
                                new Bar(
                                        words.model(reach.getKey()),
                                        series(reach.getKey()),
                                        share.apply(reach.getValue())))
                .toList();
    }

    private Figure popularity() {
        String heading = words.say("Always the same few titles?", "Steeds dezelfde paar titels?");
        String gini =
                words.say(
                        "Gini: 0 all alike, 1 always the same",
                        "Gini: 0 alle even vaak, 1 steeds dezelfde");
        String novelty =
                words.say(
                        "Novelty: one more is half as well known",
                        "Nieuwheid: één meer is half zo bekend");
        return new Figure(
                heading,
                words.say(
                        "How unevenly titles are suggested, and how little known the suggested ones are.",
                        "Hoe ongelijk titels voorgesteld worden, en hoe onbekend de voorgestelde zijn."),
                List.of(),
                List.of(
                        new BarChart(
                                        gini,
                                        List.of(new Group(gini, bars(Measures::gini))),
                                        Unit.PART,
                                        words)
                                .svg(),
                        new BarChart(
                                        novelty,
                                        List.of(new Group(novelty, bars(Measures::novelty))),
                                        Unit.BITS,
                                        words)
                                .svg()),
                mainTable(
                        heading,
                        List.of("Gini", words.say("novelty", "nieuwheid")),
                        List.of(
                                measures -> full(measures.gini(), Unit.PART),
                                measures -> full(measures.novelty(), Unit.BITS))));
    }

    private List<Bar> bars(Function<Measures, Measure> figure) {
        return main.stream().map(line -> bar(line, figure.apply(line.measures()))).toList();
    }

    private Figure withheld() {
        String heading =
                words.say("What does a reader's privacy cost?", "Wat kost de privacy van lezers?");
        String up =
                words.say("of the pairs of titles withheld", "van de titelparen achtergehouden");
        return new Figure(
                heading,
                words.say(
                        "Pairs of titles that fewer than minBorrowers patrons share are withheld: at %d, %s of them (%s). Kinship fills the gap.",
                        "Titelparen die minder dan minBorrowers leners delen, worden achtergehouden: bij %d is dat %s (%s). Verwantschap vult het gat.",
                        report.minBorrowers(),
                        words.percent(trial.withheld().value()),
                        words.interval(trial.withheld(), Unit.SHARE)),
                List.of(),
                List.of(
                        new LineChart(
                                        heading,
                                        "minBorrowers",
                                        up,
                                        List.of(new LineChart.Line(up, 0, trial.withheldAt())),
                                        report.minBorrowers(),
                                        words)
                                .svg()),
                new Table(
                        heading,
                        List.of("minBorrowers", up),
                        IntStream.range(0, trial.withheldAt().size())
                                .mapToObj(
                                        i ->
                                                List.of(
                                                        words.whole(i + 1),
                                                        words.percent(trial.withheldAt().get(i))))
                                .toList()));
    }
}
