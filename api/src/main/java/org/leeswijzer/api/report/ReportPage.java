package org.leeswijzer.api.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Evaluator;
import org.leeswijzer.engine.evaluate.Line;
import org.leeswijzer.engine.evaluate.Mode;
import org.leeswijzer.engine.evaluate.MostBorrowed;
import org.leeswijzer.engine.evaluate.Reach;
import org.leeswijzer.engine.evaluate.Report;
import org.leeswijzer.engine.evaluate.Trial;

/** A report as one page: charts, with their figures below, that need nothing but the file itself. */
public record ReportPage(Report report, Words words) {
    private static final List<String> STYLES = List.of("report.css", "charts.css");

    /** The whole of it. */
    public String html() {
        String style = style();
        StringBuilder html = new StringBuilder();
        html.append(
                """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                """
                        .formatted(words.code(), hash(style), Svg.escaped(title()), style));
        header(html);
        html.append("<main>\n");
        report.trials().forEach(trial -> trial(html, trial));
        glossary(html);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private String title() {
        return words.say("How good are the suggestions? ", "Hoe goed zijn de suggesties? ")
                + report.name();
    }

    private void header(StringBuilder html) {
        html.append("<header>\n<p class=\"brand\">Leeswijzer</p>\n<h1>")
                .append(words.say("How good are the suggestions?", "Hoe goed zijn de suggesties?"))
                .append("</h1>\n<p class=\"set\">")
                .append(
                        Svg.escaped(
                                words.say(
                                        "%s: %,d loans of %,d patrons and %,d titles, %s to %s. A pair of titles counts if at least %d patrons share it.",
                                        "%s: %,d leningen van %,d leners en %,d titels, %s tot %s. Een titelpaar telt als minstens %d leners het delen.",
                                        report.name(),
                                        report.loans(),
                                        report.patrons(),
                                        report.titles(),
                                        whole(report.first()),
                                        whole(report.last()),
                                        report.minBorrowers())))
                .append("</p>\n");
        List<Fact> facts = facts(report.trials().get(0));
        html.append("<dl class=\"facts\">\n");
        for (Fact fact : facts) {
            html.append(
                    "<div><dt>%s</dt><dd>%s</dd></div>\n"
                            .formatted(Svg.escaped(fact.about()), Svg.escaped(fact.figure())));
        }
        html.append("</dl>\n</header>\n");
    }

    /* A date that no line end cuts in two. */
    private static String whole(LocalDate day) {
        return day.toString().replace('-', '\u2011');
    }

    private record Fact(String figure, String about) {}

    /* What somebody who reads nothing else should have read. */
    private List<Fact> facts(Trial trial) {
        List<Fact> facts = new ArrayList<>();
        Optional<Line> ours = line(trial, Evaluator.BOTH);
        ours.ifPresent(
                line ->
                        facts.add(
                                new Fact(
                                        words.percent(line.measures().hitRate().value()),
                                        words.say(
                                                "of the patrons later borrowed one of %d titles suggested to them",
                                                "van de leners leende later een van %d voorgestelde titels",
                                                report.depth()))));
        Optional<Line> known = line(trial, MostBorrowed.NAME);
        if (ours.isPresent()
                && known.filter(line -> line.measures().ndcg().value() > 0).isPresent()) {
            double ratio =
                    ours.get().measures().ndcg().value() / known.get().measures().ndcg().value();
            facts.add(
                    new Fact(
                            words.number(ratio, 1) + "×",
                            words.say(
                                    "the accuracy of a list of what is borrowed most (nDCG@%d)",
                                    "zo trefzeker als een lijst van wat het meest geleend wordt (nDCG@%d)",
                                    report.depth())));
        }
        Reach reach = trial.reach().get(Evaluator.BOTH);
        if (reach != null) {
            facts.add(
                    new Fact(
                            words.percent(reach.loans().value()),
                            words.say(
                                    "of the loans are of a title with at least %d suggestions",
                                    "van de leningen is van een titel met minstens %d suggesties",
                                    Reach.ENOUGH)));
        }
        facts.add(
                new Fact(
                        Unit.SHARE.text(trial.withheld().value(), words),
                        words.say(
                                "of the pairs of titles are withheld for privacy",
                                "van de titelparen blijft achter, voor de privacy")));
        return facts;
    }

    private static Optional<Line> line(Trial trial, String model) {
        return trial.lines().stream()
                .filter(line -> line.mode() == Mode.PATRON && line.model().equals(model))
                .findFirst();
    }

    private void trial(StringBuilder html, Trial trial) {
        html.append(
                "<section>\n<h2>%s</h2>\n<p class=\"how\">%s</p>\n<div class=\"figures\">\n"
                        .formatted(
                                Svg.escaped(words.split(trial.split())), Svg.escaped(how(trial))));
        String summary = words.say("The figures", "De cijfers");
        new TrialFigures(report, trial, words)
                .all()
                .forEach(figure -> html.append(figure.html(summary)));
        html.append("</div>\n</section>\n");
    }

    private String how(Trial trial) {
        String judged =
                trial.split().startsWith("all from")
                        ? words.say(
                                "All loans before that day were learned from, and what was borrowed for the first time from then on had to be foretold, as on that morning.",
                                "Van alle leningen vóór die dag is geleerd; wat vanaf toen voor het eerst geleend werd, moest voorspeld worden, zoals op die ochtend.")
                        : words.say(
                                "Of every patron the last titles were laid aside, the rest was learned from, and the titles laid aside had to be foretold.",
                                "Van elke lener zijn de laatste titels apart gelegd; van de rest is geleerd, en de apart gelegde titels moesten voorspeld worden.");
        return judged
                + " "
                + words.say(
                        "%,d loans of %,d patrons to learn from.",
                        "%,d leningen van %,d leners om van te leren.",
                        trial.loans(),
                        trial.patrons());
    }

    private void glossary(StringBuilder html) {
        html.append(
                "<section class=\"words\">\n<h2>%s</h2>\n<dl>\n"
                        .formatted(words.say("In words", "In woorden")));
        explain(
                html,
                "nDCG",
                words.say(
                        "How near the top of the list the titles stand that were borrowed later; 1 is perfect.",
                        "Hoe hoog in de lijst de titels staan die later geleend werden; 1 is volmaakt."));
        explain(
                html,
                "recall",
                words.say(
                        "The share of the titles borrowed later that the list has.",
                        "Het deel van de later geleende titels dat in de lijst staat."));
        explain(
                html,
                words.say("hit rate", "trefkans"),
                words.say(
                        "The share of the lists with at least one such title.",
                        "Het deel van de lijsten met minstens één zo'n titel."));
        explain(
                html,
                "MRR",
                words.say(
                        "One over the place of the first such title.",
                        "Eén gedeeld door de plaats van de eerste zo'n titel."));
        explain(
                html,
                words.say("hit", "treffer"),
                words.say(
                        "Only a title that the patron borrows for the first time; renewals are none.",
                        "Alleen een titel die de lener voor het eerst leent; verlengen telt niet."));
        explain(
                html,
                words.say("95% interval", "95%-interval"),
                words.say(
                        "How far the figure would move if other patrons had been asked. Where two intervals are far apart, the difference is real.",
                        "Hoe ver het cijfer zou verschuiven als andere leners gevraagd waren. Liggen twee intervallen ver uit elkaar, dan is het verschil echt."));
        html.append("</dl>\n</section>\n");
    }

    private static void explain(StringBuilder html, String word, String meaning) {
        html.append(
                "<div><dt>%s</dt><dd>%s</dd></div>\n"
                        .formatted(Svg.escaped(word), Svg.escaped(meaning)));
    }

    private static String style() {
        return STYLES.stream().map(ReportPage::style).collect(Collectors.joining());
    }

    private static String style(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
