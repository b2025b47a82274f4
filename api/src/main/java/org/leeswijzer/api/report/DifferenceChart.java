package org.leeswijzer.api.report;

import org.leeswijzer.api.report.Words.Unit;
import org.leeswijzer.engine.evaluate.Measure;

/**
 * How far something is above or below something else, with its interval, and zero in the middle.
 *
 * @param below what lies on the left of zero, {@code above} what lies on its right
 */
record DifferenceChart(String title, String below, String above, Measure measure, Words words) {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 92;
    private static final int MIDDLE = WIDTH / 2;
    private static final int EDGE = 10;
    private static final int LINE = 50;
    private static final int CAP = 7;

    /** Where there is no difference at all, the ends still say something. */
    private static final double LEAST = 0.001;

    String svg() {
        double most =
                Math.max(LEAST, Math.max(Math.abs(measure.low()), Math.abs(measure.high())) * 1.1);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.text(0, 13, "soft", "← " + below);
        svg.text(WIDTH, 13, "soft end", above + " →");
        svg.line(EDGE, LINE, WIDTH - EDGE, LINE, "grid");
        svg.line(MIDDLE, 24, MIDDLE, 72, "axis");
        double low = at(measure.low(), most);
        double high = at(measure.high(), most);
        svg.line(low, LINE, high, LINE, "whisker");
        svg.line(low, LINE - CAP, low, LINE + CAP, "whisker");
        svg.line(high, LINE - CAP, high, LINE + CAP, "whisker");
        svg.mark(at(measure.value(), most), LINE, 0, Unit.FINE.text(measure.value(), words));
        svg.text(MIDDLE, HEIGHT - 4, "soft middle", "0");
        svg.text(0, HEIGHT - 4, "soft", Unit.FINE.text(-most, words));
        svg.text(WIDTH, HEIGHT - 4, "soft end", "+" + Unit.FINE.text(most, words));
        return svg.end();
    }

    private static double at(double value, double most) {
        return MIDDLE + (MIDDLE - EDGE) * value / most;
    }
}
