package org.leeswijzer.ingest.loanset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leeswijzer.ingest.file.CsvRow;

/**
 * Where a file has what.
 *
 * @param places of the columns that hold each field, from 0; a field that the file has not is absent
 * @param names of the columns of each field, where they have any
 * @param hasHeader whether the first row names columns
 * @param form all that, and what parts the cells, in words
 */
record Layout(
        Map<Field, List<Integer>> places,
        Map<Field, String> names,
        boolean hasHeader,
        String form) {
    private static final List<String> NOTHING =
            List.of("null", "(null)", "\\n", "none", "nan", "n/a", "na", "<na>");

    Layout {
        places = Map.copyOf(places);
        names = Map.copyOf(names);
    }

    /** What a row has of a field, several columns with a space between; empty if it has nothing. */
    String text(CsvRow row, Field field) {
        List<Integer> columns = places.getOrDefault(field, List.of());
        return columns.size() == 1
                ? value(row, columns.get(0))
                : String.join(" ", texts(row, field));
    }

    /** What a row has of a field, column by column, without those that say nothing. */
    List<String> texts(CsvRow row, Field field) {
        List<String> texts = new ArrayList<>();
        for (int column : places.getOrDefault(field, List.of())) {
            String value = value(row, column);
            if (!value.isEmpty()) {
                texts.add(value);
            }
        }
        return texts;
    }

    /** The name of the field's column, if it has one. */
    Optional<String> name(Field field) {
        return Optional.ofNullable(names.get(field));
    }

    /* Databases and data frames write nothing in words. */
    private static String value(CsvRow row, int column) {
        String cell = row.cell(column);
        return cell.length() <= 6 && NOTHING.stream().anyMatch(cell::equalsIgnoreCase) ? "" : cell;
    }
}
