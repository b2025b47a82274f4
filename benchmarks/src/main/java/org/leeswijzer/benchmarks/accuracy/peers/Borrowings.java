package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.Arrays;
import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.suggest.Seed;

/** Who borrowed what, both ways round. Patrons are numbered as in the set that it is made of. Immutable. */
final class Borrowings {
    private final int[][] titles;
    private final int[][] patrons;

    private Borrowings(int[][] titles, int[][] patrons) {
        this.titles = titles;
        this.patrons = patrons;
    }

    static Borrowings of(LoanSet loans, int titleCount) {
        int[][] titles = loans.patrons().stream().map(Borrowings::titlesOf).toArray(int[][]::new);
        int[] borrowers = new int[titleCount];
        Arrays.stream(titles).flatMapToInt(Arrays::stream).forEach(title -> borrowers[title]++);
        int[][] patrons = new int[titleCount][];
        Arrays.setAll(patrons, title -> new int[borrowers[title]]);
        for (int patron = titles.length - 1; patron >= 0; patron--) {
            for (int title : titles[patron]) {
                patrons[title][--borrowers[title]] = patron;
            }
        }
        return new Borrowings(titles, patrons);
    }

    /** The titles of a history in its order. */
    static int[] titlesOf(List<Seed> history) {
        return history.stream().mapToInt(Seed::title).toArray();
    }

    int titleCount() {
        return patrons.length;
    }

    int patronCount() {
        return titles.length;
    }

    /** Title numbers of a patron, first borrowed first; not to be written to. */
    int[] titles(int patron) {
        return titles[patron];
    }

    /** Patrons of a title, rising; not to be written to. */
    int[] patrons(int title) {
        return patrons[title];
    }

    int borrowers(int title) {
        return patrons[title].length;
    }
}
