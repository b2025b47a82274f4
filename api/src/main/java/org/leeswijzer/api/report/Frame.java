package org.leeswijzer.api.report;

import java.util.function.DoubleFunction;

/**
 * Two axes with their ticks and names.
 *
 * @param across the name of the horizontal axis, {@code up} of the vertical one
 */
record Frame(Scale x, Scale y, String across, String up) {
    static final int WIDTH = 360;
    static final int HEIGHT = 264;

    private static final int LEFT = 44;
    private static final int RIGHT = 348;
    private static final int TOP = 28;
    private static final int BOTTOM = 218;

    /** A scale of the horizontal axis. */
    static Scale across(double most) {
        return Scale.of(most, LEFT, RIGHT);
    }

    /** A scale of the horizontal axis for counts. */
    static Scale counts(int most) {
        return Scale.exactly(most, most > 10 ? 5 : most > 5 ? 2 : 1, LEFT, RIGHT);
    }

    /** A scale of the vertical axis. */
    static Scale up(double most) {
        return Scale.of(most, BOTTOM, TOP);
    }

    void draw(Svg svg, DoubleFunction<String> xText, DoubleFunction<String> yText) {
        svg.text(0, 12, "soft", up);
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), "grid");
            svg.text(LEFT - 8, y.at(tick) + 4, "soft end", yText.apply(tick));
        }
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), BOTTOM, x.at(tick), BOTTOM + 4, "axis");
            svg.text(x.at(tick), BOTTOM + 18, "soft middle", xText.apply(tick));
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis");
        svg.text(RIGHT, HEIGHT - 8, "soft end", across);
    }
}
