package org.leeswijzer.api.report;

import java.util.List;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Measure;

/** Points of two figures, each with its intervals; a share lies across. */
record PointChart(String title, String across, String up, List<Point> points, Words words) {
    PointChart {
        points = List.copyOf(points);
    }

    record Point(String name, int series, Measure x, Measure y) {}

    String svg() {
        double mostX = points.stream().mapToDouble(point -> point.x().high()).max().orElse(1);
        double mostY = points.stream().mapToDouble(point -> point.y().high()).max().orElse(1);
        Frame frame = new Frame(Frame.across(mostX), Frame.up(mostY), across, up);
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, title);
        double percents = 100 * frame.x().step();
        int digits = Math.abs(percents - Math.rint(percents)) < 1e-9 ? 0 : 1;
        frame.draw(
                svg,
                x -> words.number(100 * x, digits) + "%",
                y -> words.number(y, frame.y().step() < 0.0099 ? 3 : 2));
        for (int i = points.size() - 1; i >= 0; i--) {
            draw(svg, points.get(i), frame);
        }
        return svg.end();
    }

    private void draw(Svg svg, Point point, Frame frame) {
        double x = frame.x().at(point.x().value());
        double y = frame.y().at(point.y().value());
        String classes = "span s" + point.series() % Shape.COUNT;
        svg.line(
                frame.x().at(Math.max(0, point.x().low())),
                y,
                frame.x().at(point.x().high()),
                y,
                classes);
        svg.line(
                x,
                frame.y().at(Math.max(0, point.y().low())),
                x,
                frame.y().at(point.y().high()),
                classes);
        svg.mark(
                x,
                y,
                point.series(),
                "%s: %s, %s"
                        .formatted(
                                point.name(),
                                Unit.SHARE.text(point.x().value(), words),
                                Unit.SCORE.text(point.y().value(), words)));
    }
}
