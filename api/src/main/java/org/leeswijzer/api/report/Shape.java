package org.leeswijzer.api.report;

/** Shapes of marks, so that colour is never all that tells lines apart. */
final class Shape {
    /** So many shapes and colours there are. */
    static final int COUNT = 6;

    private Shape() {}

    static String of(int series, double x, double y) {
        return switch (series % COUNT) {
            case 0 -> path(x, y, "m-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z");
            case 1 -> path(x, y, "m-4,-4h8v8h-8z");
            case 2 -> path(x, y, "m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z");
            case 3 -> path(x, y, "m0,-5l5,8.5h-10z");
            case 4 -> path(x, y, "m0,5l-5,-8.5h10z");
            default -> path(x, y, "m-5,-1.5h3.5v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5z");
        };
    }

    private static String path(double x, double y, String shape) {
        return "M%s,%s%s".formatted(Svg.at(x), Svg.at(y), shape);
    }
}
