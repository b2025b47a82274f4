package org.leeswijzer.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.leeswijzer.api.report.BarChart.Bar;
import org.leeswijzer.api.report.BarChart.Group;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Measure;

/** How long a bar is, of a line of 360. */
class BarChartTest {
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    @Test
    void aPartOfAWholeIsAsMuchOfTheLine() {
        assertThat(lengths(Unit.SHARE, 0.5, 0.25)).containsExactly(180.0, 90.0);
        assertThat(lengths(Unit.PART, 0.75)).containsExactly(270.0);
    }

    @Test
    void whatHasNoWholeIsAPartOfTheLongest() {
        assertThat(lengths(Unit.SCORE, 0.08, 0.04)).containsExactly(360.0, 180.0);
        assertThat(lengths(Unit.BITS, 0)).containsExactly(0.0);
    }

    private static List<Double> lengths(Unit unit, double... values) {
        List<Bar> bars =
                DoubleStream.of(values)
                        .mapToObj(value -> new Bar("b", 0, new Measure(value, value, value)))
                        .toList();
        String svg = new BarChart("t", List.of(new Group("", bars)), unit, WORDS).svg();
        return Pattern.compile("<rect[^>]* width=\"([^\"]*)\"[^>]*class=\"bar")
                .matcher(svg)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }
}
