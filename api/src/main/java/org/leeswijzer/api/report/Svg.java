package org.leeswijzer.api.report;

import java.util.Locale;

/** Writes a picture. What it looks like is said by classes, in the style sheet of the page. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /**
     * Begins one.
     *
     * @param title what it is, for those who do not see it
     */
    Svg(int width, int height, String title) {
        out.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                        .formatted(width, height, escaped(title)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    Svg line(double x1, double y1, double x2, double y2, String classes) {
        out.append(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n"
                        .formatted(at(x1), at(y1), at(x2), at(y2), classes));
        return this;
    }

    Svg rect(double x, double y, double width, double height, String classes) {
        out.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" class=\"%s\"/>\n"
                        .formatted(at(x), at(y), at(width), at(height), classes));
        return this;
    }

    Svg path(String path, String classes) {
        out.append("<path d=\"%s\" class=\"%s\"/>\n".formatted(path, classes));
        return this;
    }

    Svg text(double x, double y, String classes, String text) {
        out.append(
                "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n"
                        .formatted(at(x), at(y), classes, escaped(text)));
        return this;
    }

    /** A mark of a shape that the number decides, with what it stands for when pointed at. */
    Svg mark(double x, double y, int series, String tip) {
        out.append(
                "<path d=\"%s\" class=\"mark s%d\"><title>%s</title></path>\n"
                        .formatted(Shape.of(series, x, y), series % Shape.COUNT, escaped(tip)));
        return this;
    }

    String end() {
        return out.append("</svg>\n").toString();
    }

    /** A place, to a tenth. */
    static String at(double place) {
        String text = String.format(Locale.ROOT, "%.1f", place);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
