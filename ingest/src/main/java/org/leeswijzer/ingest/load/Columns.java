package org.leeswijzer.ingest.load;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leeswijzer.ingest.file.Pairs;

/**
 * Which column of a CSV file holds which field of the neutral format. A field that is not named is looked for under its
 * own name.
 *
 * @param byField column names
 */
public record Columns(Map<String, String> byField) {
    static final List<String> TEXTS =
            List.of(
                    "library",
                    "loanId",
                    "patron",
                    "patronKey",
                    "loanKey",
                    "item",
                    "title",
                    "loanedAt",
                    "saidAt",
                    "id",
                    "hrid",
                    "workId",
                    "language",
                    "mediaType",
                    "audience");
    static final List<String> LISTS = List.of("authors", "isbns", "subjects", "series", "items");
    static final List<String> FLAGS =
            List.of(
                    "forgotten",
                    "erased",
                    "forGood",
                    "optOut",
                    "consent",
                    "suppressed",
                    "available",
                    "deleted");
    static final List<String> NUMBERS = List.of("year", "rotation");

    private static final Map<String, String> OTHER_NAMES =
            Map.of("time", "loanedAt", "author", "authors", "isbn", "isbns", "subject", "subjects");

    /** Every field under its own name. */
    public static final Columns BY_NAME = new Columns(Map.of());

    public Columns {
        byField = Map.copyOf(byField);
    }

    /**
     * Reads {@code field=column} pairs with commas between, such as {@code patron=u,title=i,time=t}. {@code time} stands
     * for {@code loanedAt}, and {@code author}, {@code isbn} and {@code subject} for their plurals.
     *
     * @throws IllegalArgumentException if it is no such list or names an unknown field
     */
    public static Columns parse(String text) {
        Map<String, String> byField = new HashMap<>();
        Pairs.parse(text)
                .forEach(
                        (name, column) -> {
                            String field = OTHER_NAMES.getOrDefault(name, name);
                            if (!fields().contains(field)) {
                                throw new IllegalArgumentException(
                                        "map has the field '%s': give one of %s"
                                                .formatted(name, String.join(", ", fields())));
                            }
                            byField.put(field, column);
                        });
        return new Columns(byField);
    }

    /**
     * The place of each field in a row of that header.
     *
     * @throws IllegalArgumentException if a column that was named is not there, or none is known
     */
    Map<String, Integer> places(List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (String field : fields()) {
            int place = header.indexOf(byField.getOrDefault(field, field));
            if (place >= 0) {
                places.put(field, place);
            } else if (byField.containsKey(field)) {
                // The header is not quoted: a file without one begins with a row of data.
                throw new IllegalArgumentException(
                        "column '%s' for %s is not among the %d of the first line: give the name of one that is"
                                .formatted(byField.get(field), field, header.size()));
            }
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of the %d columns of the first line has the name of a field (%s): map them"
                            .formatted(header.size(), String.join(", ", fields())));
        }
        return places;
    }

    private static Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(TEXTS);
        fields.addAll(LISTS);
        fields.addAll(FLAGS);
        fields.addAll(NUMBERS);
        return fields;
    }
}
