package org.leeswijzer.engine.similarity;

/** Computes the neighbours of every title of a table, on several threads; their number does not change the result. */
public final class Training {
    private final int minBorrowers;
    private final int threads;

    /** @param minBorrowers a pair with fewer shared patrons is no neighbour */
    public Training(int minBorrowers, int threads) {
        this.minBorrowers = minBorrowers;
        this.threads = threads;
    }

    /** Is given every title's row once, by many threads, in no particular order. */
    @FunctionalInterface
    public interface RowSink {
        void row(int title, Row row);
    }

    /** Computes all rows and hands each over as soon as it is done. */
    public void run(LoanTable table, RowSink sink) {
        Workers.share(
                table.titles(),
                threads,
                () -> {
                    CoCounts counts = new CoCounts(table.titles());
                    Ranking ranking = new Ranking(minBorrowers);
                    return title -> {
                        table.count(title, counts);
                        sink.row(title, ranking.rank(title, counts, table));
                        counts.clear();
                    };
                });
    }

    /** All rows at once, held in memory. */
    public NeighbourTable run(LoanTable table) {
        Row[] rows = new Row[table.titles()];
        run(table, (title, row) -> rows[title] = row);
        return new NeighbourTable(rows);
    }
}
