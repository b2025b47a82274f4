package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.similarity.CoCounts;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Ranking;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/**
 * Computes the neighbours of one title from the stored loans, in every scope that has borrowers of it. For one thread;
 * use one over and over.
 */
public final class RowComputer {
    private final Reader reader;
    private final HistoryCache histories;
    private final BorrowerCounts counts;
    private final Ranking ranking;
    private final CoCounts ofLibrary = new CoCounts(0);
    private final CoCounts ofAll = new CoCounts(0);

    RowComputer(Reader reader, HistoryCache histories, BorrowerCounts counts, int minBorrowers) {
        this.reader = reader;
        this.histories = histories;
        this.counts = counts;
        ranking = new Ranking(minBorrowers);
    }

    /** Is given the row of a scope. */
    interface ScopeSink {
        void row(int scope, Row row);
    }

    private record Borrower(int library, int patron, int day) {}

    /** The caller holds the store's lock, so that loans and counts fit together. */
    void compute(int title, int titles, ScopeSink sink) {
        ofLibrary.ensure(titles);
        ofAll.ensure(titles);
        List<Borrower> borrowers = borrowers(title);
        if (borrowers.isEmpty()) {
            return;
        }
        boolean oneLibrary = isWholeConsortium(borrowers.get(0).library());
        int from = 0;
        while (from < borrowers.size()) {
            int library = borrowers.get(from).library();
            int to = from;
            while (to < borrowers.size() && borrowers.get(to).library() == library) {
                count(borrowers.get(to++), oneLibrary);
            }
            Row row = ranking.rank(title, ofLibrary, marginals(library));
            ofLibrary.clear();
            sink.row(library, row);
            if (oneLibrary) {
                sink.row(Scope.CONSORTIUM.number(), row);
                return;
            }
            from = to;
        }
        sink.row(
                Scope.CONSORTIUM.number(),
                ranking.rank(title, ofAll, marginals(Scope.CONSORTIUM.number())));
        ofAll.clear();
    }

    private List<Borrower> borrowers(int title) {
        List<Borrower> borrowers = new ArrayList<>();
        reader.scan(
                Table.BORROWERS,
                BorrowerLayout.prefix(title),
                (key, value) ->
                        borrowers.add(
                                new Borrower(
                                        BorrowerLayout.library(key),
                                        BorrowerLayout.patron(key),
                                        BorrowerLayout.day(value))));
        return borrowers;
    }

    private void count(Borrower borrower, boolean oneLibrary) {
        History history = histories.of(borrower.library(), borrower.patron());
        history.count(ofLibrary, borrower.day());
        if (!oneLibrary) {
            history.count(ofAll, borrower.day());
        }
    }

    private boolean isWholeConsortium(int library) {
        return marginals(library).patrons() == marginals(Scope.CONSORTIUM.number()).patrons();
    }

    private Marginals marginals(int scope) {
        return counts.of(new Scope(scope));
    }
}
