package org.leeswijzer.benchmarks.growth;

import java.util.List;
import java.util.Locale;

/**
 * Points on two logarithmic axes and the straight line closest to them, as a picture.
 *
 * @param title above the picture
 * @param across what the horizontal axis has, {@code up} what the vertical one
 * @param points at least two, of different x
 */
record LogLogChart(String title, String across, String up, List<Point> points) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int MARGIN = 70;

    /** Both above 0. */
    record Point(double x, double y) {
        Point {
            if (!(x > 0 && y > 0)) {
                throw new IllegalArgumentException(
                        "point %s, %s: give both above 0".formatted(x, y));
            }
        }
    }

    /** @throws IllegalArgumentException if there are not two different x */
    LogLogChart {
        points = List.copyOf(points);
        if (points.stream().mapToDouble(Point::x).distinct().count() < 2) {
            throw new IllegalArgumentException("no slope without two different x");
        }
    }

    /** Of the least squares line: 1 where y grows as x does, 2 where it grows as the square. */
    double slope() {
        double meanX = points.stream().mapToDouble(p -> Math.log10(p.x())).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> Math.log10(p.y())).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (Point point : points) {
            double x = Math.log10(point.x()) - meanX;
            product += x * (Math.log10(point.y()) - meanY);
            square += x * x;
        }
        return product / square;
    }

    /** The picture. */
    String svg() {
        Axis x = Axis.of(points.stream().mapToDouble(Point::x).toArray(), MARGIN, WIDTH - MARGIN);
        Axis y = Axis.of(points.stream().mapToDouble(Point::y).toArray(), HEIGHT - MARGIN, MARGIN);
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="30" font-size="17">%s</text>
                <text x="%d" y="50">slope on logarithmic axes: %.2f</text>
                """
                        .formatted(WIDTH, HEIGHT, MARGIN, title, MARGIN, slope()));
        for (int power = x.from(); power <= x.to(); power++) {
            int at = x.at(Math.pow(10, power));
            line(svg, at, y.low(), at, y.high(), "#ddd");
            text(svg, at, HEIGHT - MARGIN + 20, "middle", label(power));
        }
        for (int power = y.from(); power <= y.to(); power++) {
            int at = y.at(Math.pow(10, power));
            line(svg, x.low(), at, x.high(), at, "#ddd");
            text(svg, MARGIN - 8, at + 4, "end", label(power));
        }
        text(svg, WIDTH / 2, HEIGHT - 20, "middle", across);
        text(svg, MARGIN - 8, MARGIN - 10, "end", up);
        closestLine(svg, x, y);
        for (Point point : points) {
            svg.append(
                    "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#0057a8\"><title>%s</title></circle>\n"
                            .formatted(x.at(point.x()), y.at(point.y()), described(point)));
        }
        return svg.append("</svg>\n").toString();
    }

    private void closestLine(StringBuilder svg, Axis x, Axis y) {
        double meanX = points.stream().mapToDouble(p -> Math.log10(p.x())).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> Math.log10(p.y())).average().orElseThrow();
        double first = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double last = points.stream().mapToDouble(Point::x).max().orElseThrow();
        line(
                svg,
                x.at(first),
                y.at(Math.pow(10, meanY + slope() * (Math.log10(first) - meanX))),
                x.at(last),
                y.at(Math.pow(10, meanY + slope() * (Math.log10(last) - meanX))),
                "#e8a13a");
    }

    private String described(Point point) {
        return String.format(Locale.ROOT, "%,.0f %s, %.3f %s", point.x(), across, point.y(), up);
    }

    private static void line(StringBuilder svg, int x1, int y1, int x2, int y2, String colour) {
        svg.append(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n"
                        .formatted(x1, y1, x2, y2, colour));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(x, y, anchor, text));
    }

    private static String label(int power) {
        return String.format(
                Locale.ROOT, power < 0 ? "%." + -power + "f" : "%,.0f", Math.pow(10, power));
    }

    /**
     * Whole powers of ten around all values, and where on the picture they lie.
     *
     * @param from power of ten at {@code low}, to that at {@code high}
     */
    private record Axis(int from, int to, int low, int high) {
        static Axis of(double[] values, int low, int high) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (double value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            int from = (int) Math.floor(Math.log10(least));
            return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))), low, high);
        }

        int at(double value) {
            return (int) Math.round(low + (high - low) * (Math.log10(value) - from) / (to - from));
        }
    }
}
