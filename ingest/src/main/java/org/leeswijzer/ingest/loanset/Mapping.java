package org.leeswijzer.ingest.loanset;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.leeswijzer.ingest.file.Pairs;

/**
 * Which column of a file holds which field, as somebody says it: by its name in the header, or by its number from 1.
 * Several columns that belong together have {@code +} between, and {@code -} says that the field is in none. Immutable.
 */
public final class Mapping {
    /** Nothing is said: all is to be guessed. */
    public static final Mapping NONE = new Mapping(Map.of());

    private static final String IN_NO_COLUMN = "-";

    private final Map<Field, String> columns;

    private Mapping(Map<Field, String> columns) {
        this.columns = Map.copyOf(columns);
    }

    /**
     * Reads the mapping of a file of loans, such as {@code patron=u,title=i,time=t}.
     *
     * @throws IllegalArgumentException if it names an unknown field, or is no such list
     */
    public static Mapping ofLoans(String text) {
        return of(FileKind.LOANS, text);
    }

    /**
     * Reads the mapping of a file of titles, such as {@code id=i,name=n,author=a+b,subjects=s,isbn=x}. {@code title} is the
     * name where {@code id} is said too, and else the id.
     *
     * @throws IllegalArgumentException if it names an unknown field, or is no such list
     */
    public static Mapping ofTitles(String text) {
        return of(FileKind.TITLES, text);
    }

    private static Mapping of(FileKind kind, String text) {
        Map<String, String> pairs = Pairs.parse(text);
        boolean titleIsId =
                kind == FileKind.TITLES && !pairs.containsKey("id") && !pairs.containsKey("item");
        Map<Field, String> columns = new EnumMap<>(Field.class);
        pairs.forEach(
                (name, column) -> {
                    Field field = titleIsId && name.equals("title") ? Field.ID : field(kind, name);
                    if (columns.put(field, column) != null) {
                        throw new IllegalArgumentException(
                                "map says twice what '%s' is: say it once, several columns with + between"
                                        .formatted(field.text()));
                    }
                });
        return new Mapping(columns);
    }

    private static Field field(FileKind kind, String name) {
        return Field.called(kind, name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "map of %s has the field '%s': give one of %s"
                                                .formatted(kind.text(), name, Field.names(kind))));
    }

    /** Whether something is said of the field. */
    boolean says(Field field) {
        return columns.containsKey(field);
    }

    /** The column that is said to hold it; empty also if none is to. */
    Optional<String> column(Field field) {
        return Optional.ofNullable(columns.get(field))
                .filter(column -> !column.equals(IN_NO_COLUMN));
    }
}
