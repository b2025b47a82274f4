package org.leeswijzer.benchmarks.jmh;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * The most borrowed title of a generated library, with the histories of all who borrowed it.
 *
 * @param table all loans
 * @param title its number; of equally borrowed ones the first
 * @param borrowers by rising number of patron
 */
record PopularTitle(LoanTable table, int title, List<Borrower> borrowers) {
    /** Some hundred titles a patron: thousands of titles then share enough patrons with the most borrowed one. */
    static final LoanGenerator DENSE = new LoanGenerator(1, 20_000, 20_000, 2_000_000);

    /** All titles of a patron, and the day on which the popular one was borrowed. */
    record Borrower(History history, int day) {}

    static PopularTitle of(LoanGenerator generator) {
        LoanTable table = generator.table();
        int title = 0;
        for (int other = 1; other < table.titles(); other++) {
            if (table.borrowers(other) > table.borrowers(title)) {
                title = other;
            }
        }
        List<Borrower> borrowers = new ArrayList<>();
        for (int patron = 0; patron < table.patrons(); patron++) {
            IntArrayList titles = new IntArrayList();
            IntArrayList days = new IntArrayList();
            table.forEach(
                    patron,
                    (borrowed, day) -> {
                        titles.add(borrowed);
                        days.add(day);
                    });
            int at = titles.indexOf(title);
            if (at >= 0) {
                borrowers.add(
                        new Borrower(
                                History.of(titles.toIntArray(), days.toIntArray()),
                                days.getInt(at)));
            }
        }
        return new PopularTitle(table, title, borrowers);
    }
}
