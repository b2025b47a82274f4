package org.leeswijzer.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.evaluate.Evaluator;
import org.leeswijzer.engine.evaluate.Line;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Measures;
import org.leeswijzer.engine.evaluate.Mode;
import org.leeswijzer.engine.evaluate.MostBorrowed;
import org.leeswijzer.engine.evaluate.Reach;
import org.leeswijzer.engine.evaluate.Report;
import org.leeswijzer.engine.evaluate.Trial;
import org.leeswijzer.engine.suggest.Blend;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final List<String> MODELS =
            List.of(Evaluator.BOTH, Evaluator.LOANS, Evaluator.KINSHIP, MostBorrowed.NAME);

    private static Report report(String name) {
        Map<String, Reach> reach = new LinkedHashMap<>();
        MODELS.subList(0, 3)
                .forEach(model -> reach.put(model, new Reach(measure(0.5), measure(0.9))));
        List<Line> lines =
                List.of(Mode.PATRON, Mode.NEW_PATRON).stream()
                        .flatMap(mode -> MODELS.stream().map(model -> line(model, mode)))
                        .toList();
        List<Double> withheldAt = java.util.Collections.nCopies(Trial.FLOORS, 0.8);
        List<Trial> trials =
                List.of("last fifth of every patron", "all from 2020-02-20 on").stream()
                        .map(
                                split ->
                                        new Trial(
                                                split,
                                                10,
                                                100,
                                                Blend.DEFAULT,
                                                measure(0.8),
                                                withheldAt,
                                                reach,
                                                lines))
                        .toList();
        return new Report(
                name,
                12,
                30,
                120,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2020, 3, 1),
                3,
                10,
                trials);
    }

    private static Line line(String model, Mode mode) {
        double quality = mode == Mode.NEW_PATRON ? 0 : 0.1 * (5 - MODELS.indexOf(model));
        Measure measure = measure(quality);
        return new Line(
                model,
                mode,
                new Measures(
                        7,
                        measure,
                        measure,
                        measure,
                        measure,
                        measure,
                        measure,
                        measure(7 * quality)),
                java.util.Collections.nCopies(10, quality));
    }

    private static Measure measure(double value) {
        return new Measure(value, value * 0.9, value * 1.05);
    }

    private static String html(String language) {
        return new ReportPage(
                        report("<loans> & \"more\""), Words.of(Locale.forLanguageTag(language)))
                .html();
    }

    /* Read as XML, with what HTML leaves open closed: every tag has to be, and every name to be escaped. */
    private static Document parsed(String html) throws Exception {
        String xml =
                html.replace("<!DOCTYPE html>\n", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void isWellFormedAndSaysWhatItIsIn(String language) throws Exception {
        Document page = parsed(html(language));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(12);
        assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(12);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo(
                        language.equals("nl")
                                ? "Hoe goed zijn de suggesties?"
                                : "How good are the suggestions?");
        assertThat(page.getElementsByTagName("header").item(0).getTextContent())
                .contains("<loans> & \"more\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyChartIsNamedAndHasItsFiguresInATable(String language) throws Exception {
        NodeList pictures = parsed(html(language)).getElementsByTagName("svg");
        for (int i = 0; i < pictures.getLength(); i++) {
            var attributes = pictures.item(i).getAttributes();
            boolean isNamed =
                    attributes.getNamedItem("aria-label") != null
                            && attributes.getNamedItem("role").getTextContent().equals("img");
            assertThat(isNamed || attributes.getNamedItem("aria-hidden") != null).isTrue();
        }
        String text = parsed(html(language)).getElementsByTagName("main").item(0).getTextContent();
        assertThat(text)
                .contains(language.equals("nl") ? "meest geleend" : "most borrowed")
                .contains(language.equals("nl") ? "0,500 (0,450–0,525)" : "0.500 (0.450–0.525)");
    }

    @Test
    void anIntervalMayStandBelowItsFigureButIsNotCutInTwo() {
        assertThat(html("en")).contains("<td>0.500 <span>(0.450–0.525)</span></td>");
    }

    @Test
    void bothLanguagesShowTheSameCharts() {
        assertThat(shapes(html("nl"))).isNotEmpty().isEqualTo(shapes(html("en")));
    }

    private static List<String> shapes(String html) {
        return Pattern.compile("<(?:rect|line|path) [^>]*>")
                .matcher(html)
                .results()
                .map(found -> found.group())
                .toList();
    }

    @Test
    void needsNothingButItselfAndRunsNothing() throws Exception {
        String html = html("en");
        assertThat(html)
                .doesNotContainIgnoringCase("http://")
                .doesNotContainIgnoringCase("https://")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("src=")
                .doesNotContainIgnoringCase("href=")
                .doesNotContainIgnoringCase("url(")
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=");
        Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(html);
        assertThat(style.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(html)
                .contains(
                        "content=\"default-src 'none'; style-src 'sha256-%s'\""
                                .formatted(Base64.getEncoder().encodeToString(hash)));
    }

    @Test
    void speaksTwoLanguages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(Locale.FRENCH))
                .withMessage("lang is 'fr': give nl or en");
        assertThat(new Words(true).split("all from 2020-02-20 on"))
                .isEqualTo("Alles vanaf 2020-02-20");
        assertThat(new Words(false).percent(0.0214)).isEqualTo("2.1%");
        assertThat(new Words(true).percent(0.0214)).isEqualTo("2,1%");
    }

    @Test
    void scalesEndAtRoundNumbers() {
        assertThat(Scale.of(0.087, 0, 1).most())
                .isEqualTo(0.1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Scale.of(0.21, 0, 1).ticks()).hasSizeBetween(5, 6);
        assertThat(Scale.of(0, 0, 1).most()).isPositive();
        assertThat(Scale.of(1, 0, 300).at(0.5)).isEqualTo(150);
    }
}
