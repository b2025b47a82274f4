package org.leeswijzer.api.report;

import java.util.List;
import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Measure;

/**
 * Bars with their intervals, in groups on one scale: the name above each bar, its figure at the end of the line. They are parts
 * of a whole where the unit has one, and of the longest where it has none.
 *
 * @param title for those who do not see it
 */
record BarChart(String title, List<Group> groups, Unit unit, Words words) {
    private static final int WIDTH = 360;
    private static final int HEADING = 26;
    private static final int ROW = 36;
    private static final int BAR = 9;
    private static final int CAP = 4;
    private static final int FIGURE = 86;

    BarChart {
        groups = List.copyOf(groups);
    }

    /** Bars that belong together; without a name they have no heading. */
    record Group(String name, List<Bar> bars) {
        Group {
            bars = List.copyOf(bars);
        }
    }

    /** @param series decides the colour */
    record Bar(String name, int series, Measure measure) {}

    String svg() {
        double most = unit.whole().orElseGet(this::longest);
        Scale scale = Scale.exactly(most > 0 ? most : 1, most, 0, WIDTH);
        Svg svg = new Svg(WIDTH, height(), title);
        double y = 0;
        for (Group group : groups) {
            if (!group.name().isEmpty()) {
                y += HEADING;
                svg.text(0, y - 8, "heading", group.name());
            }
            for (Bar bar : group.bars()) {
                draw(svg, bar, y, scale);
                y += ROW;
            }
        }
        return svg.end();
    }

    private double longest() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToDouble(bar -> Math.max(bar.measure().value(), bar.measure().high()))
                .max()
                .orElse(1);
    }

    private int height() {
        return groups.stream()
                .mapToInt(
                        group -> (group.name().isEmpty() ? 0 : HEADING) + ROW * group.bars().size())
                .sum();
    }

    private void draw(Svg svg, Bar bar, double y, Scale scale) {
        Measure measure = bar.measure();
        svg.text(0, y + 13, "name", bar.name());
        svg.text(WIDTH - FIGURE, y + 13, "figure end", unit.text(measure.value(), words));
        double top = y + 18;
        svg.rect(0, top, WIDTH, BAR, "track");
        svg.rect(0, top, scale.at(measure.value()), BAR, "bar s" + bar.series() % Shape.COUNT);
        if (measure.low() < measure.high()) {
            svg.text(WIDTH, y + 13, "soft end", words.interval(measure, unit));
            whisker(svg, measure, top + BAR / 2.0, scale);
        }
    }

    /* What is counted, and not measured, has none. */
    private static void whisker(Svg svg, Measure measure, double middle, Scale scale) {
        double low = scale.at(Math.max(0, measure.low()));
        double high = scale.at(measure.high());
        // A light edge keeps the whisker apart from the bar that it lies on.
        svg.rect(low - 1.5, middle - CAP - 1.5, 3, 2 * CAP + 3.0, "halo");
        svg.rect(high - 1.5, middle - CAP - 1.5, 3, 2 * CAP + 3.0, "halo");
        svg.rect(low, middle - 1.5, high - low, 3, "halo");
        svg.line(low, middle, high, middle, "whisker");
        svg.line(low, middle - CAP, low, middle + CAP, "whisker");
        svg.line(high, middle - CAP, high, middle + CAP, "whisker");
    }
}
