package org.leeswijzer.api.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures behind a chart.
 *
 * @param caption what they are
 * @param head names of the columns, the first of which names the rows
 */
record Table(String caption, List<String> head, List<List<String>> rows) {
    Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    String html() {
        StringBuilder html = new StringBuilder();
        html.append("<table><caption>%s</caption>\n<thead><tr>".formatted(Svg.escaped(caption)));
        head.forEach(name -> html.append(cell("th scope=\"col\"", "th", name)));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            html.append("<tr>").append(cell("th scope=\"row\"", "th", cells.remove(0)));
            cells.forEach(value -> html.append(figure(value)));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    /* Where there is little room an interval stands below its figure, but is not cut in two. */
    private static String figure(String value) {
        int interval = value.indexOf(" (");
        return interval < 0
                ? cell("td", "td", value)
                : "<td>%s <span>%s</span></td>"
                        .formatted(
                                Svg.escaped(value.substring(0, interval)),
                                Svg.escaped(value.substring(interval + 1)));
    }

    private static String cell(String begin, String end, String text) {
        return "<%s>%s</%s>".formatted(begin, Svg.escaped(text), end);
    }
}
