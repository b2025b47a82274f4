package org.leeswijzer.api.report;

import java.util.List;

/**
 * A chart with what it shows, and the figures behind it.
 *
 * @param lead what to see in it
 * @param legend models by their number, where the chart tells them apart by marks alone
 * @param pictures one or more
 */
record Figure(
        String heading, String lead, List<String> legend, List<String> pictures, Table table) {
    Figure {
        legend = List.copyOf(legend);
        pictures = List.copyOf(pictures);
    }

    /** @param summary what opens the table */
    String html(String summary) {
        StringBuilder html = new StringBuilder();
        html.append(
                "<figure>\n<figcaption><h3>%s</h3><p>%s</p></figcaption>\n"
                        .formatted(Svg.escaped(heading), Svg.escaped(lead)));
        if (!legend.isEmpty()) {
            html.append("<ul class=\"legend\">\n");
            for (int series = 0; series < legend.size(); series++) {
                html.append(
                        "<li><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><path d=\"%s\" class=\"mark s%d\"/></svg>%s</li>\n"
                                .formatted(
                                        Shape.of(series, 7, 7),
                                        series % Shape.COUNT,
                                        Svg.escaped(legend.get(series))));
            }
            html.append("</ul>\n");
        }
        pictures.forEach(html::append);
        return html.append(
                        "<details><summary>%s</summary><div tabindex=\"0\">"
                                .formatted(Svg.escaped(summary)))
                .append(table.html())
                .append("</div></details>\n</figure>\n")
                .toString();
    }
}
