package org.leeswijzer.benchmarks.accuracy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.MemoryCatalogue;

/**
 * A set of real loans with what is known of the titles.
 *
 * @param name of its folder
 */
public record RealLoans(String name, MemoryCatalogue catalogue, LoanSet loans) {

    /** Both sets in the folder. */
    public static List<RealLoans> in(Path folder) {
        return List.of(shakespeareAndCo(folder), libSibgmu(folder));
    }

    /**
     * Shakespeare and Company, a lending library in Paris, 1919-1962: titles with authors and genres.
     *
     * @see <a href="https://shakespeareandco.princeton.edu/about/data/">the dataset, CC BY 4.0</a>
     */
    static RealLoans shakespeareAndCo(Path folder) {
        Path home = folder.resolve("shakespeare-and-co");
        MemoryCatalogue catalogue = new MemoryCatalogue();
        for (Map<String, String> row : CsvFile.read(home.resolve("demo-titles.csv"))) {
            catalogue.add(
                    cell(row, "title"),
                    book(
                            cell(row, "name"),
                            values(cell(row, "author")),
                            values(cell(row, "genre"))));
        }
        LoanSet.Builder loans = new LoanSet.Builder();
        for (Map<String, String> row : CsvFile.read(home.resolve("demo-loans.csv"))) {
            loans.loan(
                    cell(row, "patron"),
                    catalogue.add(
                            cell(row, "title"), book(cell(row, "title"), List.of(), List.of())),
                    day(cell(row, "loaned")));
        }
        return new RealLoans("shakespeare-and-co", catalogue, loans.build());
    }

    /** The library of a medical university in Tomsk, 2013-2021: titles with one line of description each, or none. */
    static RealLoans libSibgmu(Path folder) {
        Path home = folder.resolve("lib-sibgmu");
        Map<String, String> names = new HashMap<>();
        for (Map<String, String> row : CsvFile.read(home.resolve("name_book.csv"))) {
            // Some have several lines: the longest says most.
            names.merge(
                    cell(row, "id_book"),
                    cell(row, "name_book"),
                    (a, b) -> a.length() >= b.length() ? a : b);
        }
        MemoryCatalogue catalogue = new MemoryCatalogue();
        LoanSet.Builder loans = new LoanSet.Builder();
        for (Map<String, String> row : CsvFile.read(home.resolve("rslib_test.csv"))) {
            String id = cell(row, "id_book");
            int title = catalogue.add(id, book(names.getOrDefault(id, ""), List.of(), List.of()));
            loans.loan(cell(row, "id"), title, day(cell(row, "date")));
        }
        return new RealLoans("lib-sibgmu", catalogue, loans.build());
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    private static List<String> values(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Description book(String name, List<String> authors, List<String> subjects) {
        return new Description(
                name.isBlank() ? "?" : name,
                authors,
                List.of(),
                subjects,
                List.of(),
                "",
                MediaType.BOOK,
                Audience.UNKNOWN,
                null);
    }
}
