package org.leeswijzer.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.leeswijzer.benchmarks.growth.LogLogChart.Point;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LogLogChartTest {
    private static LogLogChart power(double exponent) {
        List<Point> points =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> new Point(i * 1000, 0.003 * Math.pow(i * 1000, exponent)))
                        .toList();
        return new LogLogChart("time", "loans", "seconds", points);
    }

    @Test
    void findsTheExponentOfAPower() {
        assertThat(power(1.25).slope()).isCloseTo(1.25, within(1e-12));
        assertThat(power(-1).slope()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void drawsAPointForEachAndSaysTheSlope() throws Exception {
        String svg = power(2).svg();
        Document drawn =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertThat(drawn.getElementsByTagName("circle").getLength()).isEqualTo(6);
        assertThat(svg).contains("slope on logarithmic axes: 2.00");
    }

    @Test
    void drawsHigherWhatTookLonger() throws Exception {
        Document drawn =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(power(1).svg())));
        int first = height(drawn, 0);
        assertThat(height(drawn, 5)).isLessThan(first);
    }

    private static int height(Document drawn, int circle) {
        return Integer.parseInt(
                drawn.getElementsByTagName("circle")
                        .item(circle)
                        .getAttributes()
                        .getNamedItem("cy")
                        .getNodeValue());
    }

    @Test
    void refusesWhatHasNoSlope() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new LogLogChart(
                                        "time",
                                        "loans",
                                        "seconds",
                                        List.of(new Point(1, 1), new Point(1, 2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point(0, 1))
                .withMessageContaining("0.0");
    }
}
