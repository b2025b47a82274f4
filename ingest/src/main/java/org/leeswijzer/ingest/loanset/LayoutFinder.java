package org.leeswijzer.ingest.loanset;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings what is said of a file's columns and what they are usually called to its first row.
 *
 * <p>What is said goes first; then what is not said is guessed, where there is a header, from columns that are left.
 */
final class LayoutFinder {
    private static final Pattern PLUS = Pattern.compile("\\+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final String file;
    private final FileKind kind;
    private final Mapping mapping;
    private final List<String> first;
    private final Map<Field, List<Integer>> places = new EnumMap<>(Field.class);
    private final Set<Integer> used = new HashSet<>();
    private final Set<Field> guessed = new HashSet<>();
    private boolean named;

    /** @param first row of the file, whatever it is */
    LayoutFinder(String file, FileKind kind, Mapping mapping, List<String> first) {
        this.file = file;
        this.kind = kind;
        this.mapping = mapping;
        this.first = first.stream().map(String::strip).toList();
    }

    /**
     * Finds it.
     *
     * @param likelyId what the ids of titles may be called, since the loans call them so
     * @throws IllegalArgumentException if a column that was said is not there, or one that is needed cannot be guessed
     */
    Layout find(Optional<String> likelyId, char separator) {
        for (Field field : Field.of(kind)) {
            mapping.column(field).ifPresent(column -> put(field, said(field, column)));
        }
        boolean hasHeader = named || places.isEmpty() || isHeader();
        if (hasHeader) {
            guessId(likelyId);
            Field.of(kind).forEach(this::guess);
        }
        for (Field field : Field.of(kind)) {
            if (field.isRequired() && !places.containsKey(field)) {
                throw missing(field);
            }
        }
        return new Layout(places, names(hasHeader), hasHeader, form(hasHeader, separator));
    }

    private void put(Field field, List<Integer> columns) {
        places.put(field, columns);
        used.addAll(columns);
    }

    private List<Integer> said(Field field, String column) {
        Optional<Integer> whole = place(column);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Integer> columns = new ArrayList<>();
        for (String part : PLUS.split(column, -1)) {
            columns.add(place(part.strip()).orElseThrow(() -> absent(field, part)));
        }
        return columns;
    }

    /* A number is one: a header of numbers would be rare, and a file that begins with data is not. */
    private Optional<Integer> place(String column) {
        if (NUMBER.matcher(column).matches()) {
            int number = Integer.parseInt(column);
            return number >= 1 && number <= first.size()
                    ? Optional.of(number - 1)
                    : Optional.empty();
        }
        int place = first.indexOf(column);
        if (place < 0) {
            place =
                    IntStream.range(0, first.size())
                            .filter(i -> first.get(i).equalsIgnoreCase(column))
                            .findFirst()
                            .orElse(-1);
        }
        named |= place >= 0;
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /* Where all columns are said by number: a header has no time where times should be, and usual names elsewhere. */
    private boolean isHeader() {
        List<Integer> time = places.get(Field.TIME);
        if (time != null) {
            String text = time.stream().map(this::cell).collect(Collectors.joining(" "));
            try {
                new LoanTimes(DateOrder.DAY_FIRST).seconds(text);
                return false;
            } catch (DateTimeException e) {
                return true;
            }
        }
        return places.entrySet().stream()
                .anyMatch(
                        place ->
                                place.getValue().stream()
                                        .anyMatch(i -> place.getKey().fits(cell(i))));
    }

    private String cell(int place) {
        return first.get(place);
    }

    /* "title" is an id where the loans call ids so, but not beside a column that is usually one. */
    private void guessId(Optional<String> likelyId) {
        if (kind == FileKind.TITLES && !mapping.says(Field.ID) && likelyId.isPresent()) {
            int place = first.indexOf(likelyId.get());
            boolean isName = place >= 0 && Field.NAME.fits(cell(place));
            boolean hasOther =
                    first.stream().anyMatch(cell -> Field.ID.fits(cell) && !Field.NAME.fits(cell));
            if (place >= 0 && !used.contains(place) && !(isName && hasOther)) {
                put(Field.ID, List.of(place));
                guessed.add(Field.ID);
            }
        }
    }

    private void guess(Field field) {
        if (mapping.says(field) || places.containsKey(field)) {
            return;
        }
        List<Integer> fitting =
                IntStream.range(0, first.size())
                        .filter(i -> !used.contains(i) && field.fits(cell(i)))
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        Integer.compare(rank(field, cell(a)), rank(field, cell(b))))
                        .toList();
        if (!fitting.isEmpty()) {
            put(field, field.isList() ? fitting : fitting.subList(0, 1));
            guessed.add(field);
        }
    }

    private static int rank(Field field, String column) {
        int rank = field.usual().indexOf(Field.plain(column));
        return rank < 0 ? field.usual().size() : rank;
    }

    private Map<Field, String> names(boolean hasHeader) {
        Map<Field, String> names = new EnumMap<>(Field.class);
        if (hasHeader) {
            places.forEach((field, columns) -> names.put(field, written(columns, true)));
        }
        return names;
    }

    private String form(boolean hasHeader, char separator) {
        String fields =
                places.entrySet().stream()
                        .map(
                                place ->
                                        "%s=%s%s"
                                                .formatted(
                                                        place.getKey().text(),
                                                        written(place.getValue(), hasHeader),
                                                        guessed.contains(place.getKey())
                                                                ? " (guessed)"
                                                                : ""))
                        .collect(Collectors.joining(", "));
        return "%s %s, %s"
                .formatted(word(separator), hasHeader ? "and a header" : "and no header", fields);
    }

    private String written(List<Integer> columns, boolean hasHeader) {
        return columns.stream()
                .map(place -> hasHeader && named(place) ? cell(place) : String.valueOf(place + 1))
                .collect(Collectors.joining("+"));
    }

    private boolean named(int place) {
        return !cell(place).isEmpty();
    }

    private static String word(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "bars";
        };
    }

    private IllegalArgumentException absent(Field field, String column) {
        // The first row is not quoted: that of a file without a header is data.
        return new IllegalArgumentException(
                "%s has no column '%s' for %s: give the name of one of its %d columns as the first line writes it, or a number from 1"
                        .formatted(file, column.strip(), field.text(), first.size()));
    }

    private IllegalArgumentException missing(Field field) {
        return new IllegalArgumentException(
                "%s has %d columns and none is known to be %s: give --map %s=COLUMN behind the file, by name or by number from 1"
                        .formatted(file, first.size(), field.text(), field.text()));
    }
}
