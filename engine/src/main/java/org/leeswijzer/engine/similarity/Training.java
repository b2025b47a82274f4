package org.leeswijzer.engine.similarity;

/** Computes the neighbours of every title of a table, on several threads; their number does not change the result. */
public final class Training {
    /*
     * What two titles share is the same from either side, so it is counted once: from the side of the less known title, whose
     * borrowers are fewer, in the part of their histories that comes before it. The few pairs that may make neighbours are
     * kept, and when all are there each title is ranked among all that it is paired with.
     */
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

        /** Is told of every title when it has been counted, all before the first row. */
        default void counted(int title) {}
    }

    /** Computes all rows and hands each over as soon as it is done. */
    public void run(LoanTable table, RowSink sink) {
        Pairs pairs = new Pairs(table.titles());
        Workers.share(
                table.titles(),
                threads,
                () -> {
                    CoCounts counts = new CoCounts(table.titles());
                    Candidates found = new Candidates();
                    return title -> {
                        table.countBetterKnown(title, counts);
                        counts.gather(minBorrowers, found);
                        counts.clear();
                        found.keepAboveChance(title, table);
                        pairs.put(title, found);
                        sink.counted(title);
                    };
                });
        pairs.close(threads);
        Workers.share(
                table.titles(),
                threads,
                () -> {
                    Candidates found = new Candidates();
                    Ranking ranking = new Ranking(minBorrowers);
                    return title -> {
                        pairs.of(title, found);
                        sink.row(title, ranking.rank(title, found, table));
                    };
                });
    }

    /** All rows at once, held in memory. */
    public NeighbourTable run(LoanTable table) {
        Row[] rows = new Row[table.titles()];
        run(table, (title, row) -> rows[title] = row);
        return new NeighbourTable(rows, table, minBorrowers);
    }
}
