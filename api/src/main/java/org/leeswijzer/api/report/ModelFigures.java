package org.leeswijzer.api.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.BarChart.Bar;
import org.leeswijzer.api.report.BarChart.Group;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.model.Judged;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelVersion;

/** Charts of versions of the model, each as HTML with its figures in a table below it: of one version, and of several. */
public final class ModelFigures {
    private static final List<String> ACCURACY = List.of("ndcg", "recall", "hitRate", "mrr");

    private final Words words;

    public ModelFigures(Words words) {
        this.words = words;
    }

    /** How good a version is; none if nothing could be held out to judge it by. */
    public List<String> of(ModelVersion version) {
        Judged judged = version.judged();
        if (judged == null) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(accuracy(judged));
        if (judged.above() != null) {
            figures.add(difference(judged.above()));
        }
        figures.add(variety(judged.figures()));
        return html(figures);
    }

    /** How versions compare: how well each foretells, and how many titles it has neighbours for. */
    public List<String> of(List<ModelVersion> versions) {
        List<Figure> figures = new ArrayList<>();
        List<ModelVersion> judged =
                versions.stream()
                        .filter(version -> version.judged() != null)
                        .sorted(Comparator.comparingInt(ModelVersion::number))
                        .toList();
        if (!judged.isEmpty()) {
            figures.add(versions(judged));
        }
        List<ModelVersion> made =
                versions.stream().filter(version -> version.made() != null).toList();
        if (!made.isEmpty()) {
            figures.add(coverage(made));
        }
        return html(figures);
    }

    private List<String> html(List<Figure> figures) {
        String summary = words.say("The figures", "De cijfers");
        return figures.stream().map(figure -> figure.html(summary)).toList();
    }

    private Figure accuracy(Judged judged) {
        String heading =
                words.say(
                        "Does it foretell what is borrowed next?",
                        "Voorspelt ze wat daarna geleend wordt?");
        List<Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String name : ACCURACY) {
            Measure measure = judged.figures().get(name);
            if (measure != null) {
                bars.add(new Bar(name(name), 0, measure));
                rows.add(row(name(name), measure, Unit.SCORE));
            }
        }
        return new Figure(
                heading,
                words.say(
                        "Of %,d patrons the latest loans were laid aside and had to be foretold, in a list of ten. 1 is perfect; the whisker is the 95%% interval.",
                        "Van %,d leners zijn de laatste leningen apart gelegd; die moesten voorspeld worden, in een lijst van tien. 1 is volmaakt; het streepje is het 95%%-interval.",
                        judged.cases()),
                List.of(),
                List.of(
                        new BarChart(heading, List.of(new Group("", bars)), Unit.SCORE, words)
                                .svg()),
                new Table(heading, head(words.say("measure", "maat")), rows));
    }

    private Figure difference(Measure above) {
        String heading =
                words.say(
                        "Better or worse than what served?", "Beter of slechter dan wat er stond?");
        return new Figure(
                heading,
                above.beyondNoise()
                        ? words.say(
                                "The difference in nDCG, patron by patron, is beyond noise: its interval lies on one side of zero.",
                                "Het verschil in nDCG, lener voor lener, is meer dan ruis: het interval ligt aan één kant van nul.")
                        : words.say(
                                "The difference in nDCG, patron by patron, is within noise: its interval holds zero.",
                                "Het verschil in nDCG, lener voor lener, valt binnen de ruis: nul ligt in het interval."),
                List.of(),
                List.of(
                        new DifferenceChart(
                                        heading,
                                        words.say("worse", "slechter"),
                                        words.say("better", "beter"),
                                        above,
                                        words)
                                .svg()),
                new Table(
                        heading,
                        head(words.say("measure", "maat")),
                        List.of(row("nDCG", above, Unit.FINE))));
    }

    private Figure variety(SortedMap<String, Measure> figures) {
        String heading = words.say("Always the same few titles?", "Steeds dezelfde paar titels?");
        List<String> pictures = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        variety(figures.get("coverage"), coverageName(), Unit.SHARE, 1, pictures, rows);
        variety(
                figures.get("gini"),
                words.say(
                        "Gini: 0 alike, 1 always the same", "Gini: 0 even vaak, 1 steeds dezelfde"),
                Unit.PART,
                2,
                pictures,
                rows);
        variety(
                figures.get("novelty"),
                words.say(
                        "Novelty: 1 more, half as well known", "Nieuwheid: 1 meer, half zo bekend"),
                Unit.BITS,
                4,
                pictures,
                rows);
        return new Figure(
                heading,
                words.say(
                        "How many titles are ever suggested, how unevenly, and how little known they are.",
                        "Hoeveel titels ooit voorgesteld worden, hoe ongelijk, en hoe onbekend ze zijn."),
                List.of(),
                pictures,
                new Table(heading, head(words.say("measure", "maat")), rows));
    }

    private void variety(
            @Nullable Measure measure,
            String name,
            Unit unit,
            int series,
            List<String> pictures,
            List<List<String>> rows) {
        if (measure == null) {
            return;
        }
        Group group = new Group("", List.of(new Bar(name, series, measure)));
        pictures.add(new BarChart(name, List.of(group), unit, words).svg());
        rows.add(row(name, measure, unit));
    }

    private Figure versions(List<ModelVersion> judged) {
        String heading =
                words.say("How well each version foretells", "Hoe goed elke versie voorspelt");
        List<Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ModelVersion version : judged) {
            Measure ndcg = Objects.requireNonNull(version.judged()).figures().get("ndcg");
            if (ndcg != null) {
                bars.add(new Bar(name(version), 0, ndcg));
                rows.add(row(name(version), ndcg, Unit.SCORE));
            }
        }
        return new Figure(
                heading,
                words.say(
                        "nDCG@10 on loans that were held out when it was made; the whisker is the 95% interval. Where intervals overlap much, there is no telling them apart.",
                        "nDCG@10 op leningen die apart gelegd waren toen ze gemaakt werd; het streepje is het 95%-interval. Waar intervallen veel overlappen, is er geen verschil te zien."),
                List.of(),
                List.of(
                        new BarChart(heading, List.of(new Group("", bars)), Unit.SCORE, words)
                                .svg()),
                new Table(heading, head(words.say("version", "versie")), rows));
    }

    private Figure coverage(List<ModelVersion> made) {
        String heading =
                words.say("How many titles have neighbours", "Hoeveel titels buren hebben");
        List<Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ModelVersion version : made) {
            Made of = Objects.requireNonNull(version.made());
            double share = of.titles() == 0 ? 0 : (double) of.covered() / of.titles();
            bars.add(new Bar(name(version), 1, new Measure(share, share, share)));
            rows.add(
                    List.of(
                            name(version),
                            words.whole(of.covered()),
                            words.whole(of.titles()),
                            words.percent(share)));
        }
        return new Figure(
                heading,
                words.say(
                        "Of all titles that were borrowed. The rest live by kinship alone.",
                        "Van alle titels die geleend zijn. De rest moet het van verwantschap hebben."),
                List.of(),
                List.of(
                        new BarChart(heading, List.of(new Group("", bars)), Unit.SHARE, words)
                                .svg()),
                new Table(
                        heading,
                        List.of(
                                words.say("version", "versie"),
                                words.say("with neighbours", "met buren"),
                                words.say("borrowed", "geleend"),
                                words.say("share", "deel")),
                        rows));
    }

    private List<String> head(String first) {
        return List.of(first, words.say("figure (95% interval)", "cijfer (95%-interval)"));
    }

    private List<String> row(String name, Measure measure, Unit unit) {
        return List.of(
                name,
                "%s (%s)"
                        .formatted(
                                unit.text(measure.value(), words), words.interval(measure, unit)));
    }

    private String coverageName() {
        return words.say("Titles that are suggested at all", "Titels die ooit voorgesteld worden");
    }

    private String name(ModelVersion version) {
        return words.say("Version %d", "Versie %d", version.number());
    }

    private String name(String figure) {
        return switch (figure) {
            case "ndcg" -> "nDCG@10";
            case "recall" -> "recall@10";
            case "hitRate" -> words.say("hit rate", "trefkans");
            case "mrr" -> "MRR";
            default -> figure;
        };
    }
}
