package org.leeswijzer.api.report;

import java.util.List;
import org.leeswijzer.api.report.Words.Unit;

/**
 * Lines of shares over 1, 2, 3 and so on.
 *
 * @param marked the place that every line marks: elsewhere only its own points are
 */
record LineChart(
        String title, String across, String up, List<Line> lines, int marked, Words words) {
    LineChart {
        lines = List.copyOf(lines);
    }

    /** @param values of 1, 2, 3 and so on */
    record Line(String name, int series, List<Double> values) {
        Line {
            values = List.copyOf(values);
        }
    }

    String svg() {
        int places = lines.stream().mapToInt(line -> line.values().size()).max().orElse(1);
        double most =
                lines.stream()
                        .flatMap(line -> line.values().stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1);
        Frame frame = new Frame(Frame.counts(places), Frame.up(most), across, up);
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, title);
        double percents = 100 * frame.y().step();
        int digits = Math.abs(percents - Math.rint(percents)) < 1e-9 ? 0 : 1;
        frame.draw(svg, x -> words.whole(Math.round(x)), y -> words.number(100 * y, digits) + "%");
        // The first line is ours: drawn last, it lies on top.
        for (int i = lines.size() - 1; i >= 0; i--) {
            draw(svg, lines.get(i), frame);
        }
        return svg.end();
    }

    private void draw(Svg svg, Line line, Frame frame) {
        StringBuilder path = new StringBuilder();
        for (int at = 1; at <= line.values().size(); at++) {
            path.append(at == 1 ? 'M' : 'L')
                    .append(Svg.at(frame.x().at(at)))
                    .append(',')
                    .append(Svg.at(frame.y().at(line.values().get(at - 1))));
        }
        svg.path(path.toString(), "line s" + line.series() % Shape.COUNT);
        for (int at = 1; at <= line.values().size(); at++) {
            double value = line.values().get(at - 1);
            if (at == marked || marked == 0) {
                svg.mark(
                        frame.x().at(at),
                        frame.y().at(value),
                        line.series(),
                        "%s, %d: %s".formatted(line.name(), at, Unit.SHARE.text(value, words)));
            }
        }
    }
}
