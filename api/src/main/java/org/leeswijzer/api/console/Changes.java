package org.leeswijzer.api.console;

import java.util.List;
import java.util.stream.IntStream;
import org.leeswijzer.api.staff.ChangesJson;
import org.leeswijzer.api.staff.ChangesJson.ChangeJson;
import org.leeswijzer.api.staff.ChangesJson.NamedJson;

/**
 * What is different in a version, to be drawn.
 *
 * @param versions others to compare it with
 * @param libraries whose own loans may be looked at
 */
public record Changes(
        ChangesJson json, List<TitlePair> titles, List<Integer> versions, List<String> libraries) {
    /** Copies the lists. */
    public Changes {
        titles = List.copyOf(titles);
        versions = List.copyOf(versions);
        libraries = List.copyOf(libraries);
    }

    static Changes of(ChangesJson json, List<Integer> versions, List<String> libraries) {
        return new Changes(
                json, json.titles().stream().map(TitlePair::of).toList(), versions, libraries);
    }

    /**
     * The two lists of one title, and the lines between a title's place in the one and in the other.
     *
     * @param lines from and to places counted from 0
     */
    public record TitlePair(
            ChangeJson change, List<Row> before, List<Row> after, List<int[]> lines) {
        /** Copies the lists. */
        public TitlePair {
            before = List.copyOf(before);
            after = List.copyOf(after);
            lines = List.copyOf(lines);
        }

        static TitlePair of(ChangeJson change) {
            List<NamedJson> before = change.before();
            List<NamedJson> after = change.after();
            return new TitlePair(
                    change,
                    rows(before, after),
                    rows(after, before),
                    IntStream.range(0, before.size())
                            .mapToObj(from -> new int[] {from, after.indexOf(before.get(from))})
                            .filter(line -> line[1] >= 0)
                            .toList());
        }

        private static List<Row> rows(List<NamedJson> list, List<NamedJson> other) {
            return IntStream.range(0, list.size())
                    .mapToObj(
                            place ->
                                    new Row(list.get(place), place, other.indexOf(list.get(place))))
                    .toList();
        }

        /** The lines as a picture, as high as the longer list is, with a unit per place. */
        public String svg() {
            int height = Math.max(before.size(), after.size());
            StringBuilder svg = new StringBuilder();
            svg.append(
                    "<svg viewBox=\"0 0 10 %d\" preserveAspectRatio=\"none\" class=\"slopes\" aria-hidden=\"true\">"
                            .formatted(height));
            for (int[] line : lines) {
                String way = line[1] < line[0] ? "up" : line[1] > line[0] ? "down" : "even";
                svg.append(
                        "<line x1=\"0\" y1=\"%d.5\" x2=\"10\" y2=\"%d.5\" class=\"%s\"/>"
                                .formatted(line[0], line[1], way));
            }
            return svg.append("</svg>").toString();
        }
    }

    /**
     * A neighbour in one of the lists.
     *
     * @param place from 0
     * @param other its place in the other list; -1 if it is not there
     */
    public record Row(NamedJson title, int place, int other) {
        /** Whether the other list has it too. */
        public boolean isInBoth() {
            return other >= 0;
        }
    }
}
