package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_MT_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/**
 * The linear model that best gives back every patron's titles from their other titles, in closed form.
 *
 * <p>It inverts a dense matrix with as many rows as there are titles or patrons, whichever are fewer, at most
 * {@value #MOST_ROWS}: where there are more of both, it learns the most borrowed titles only. At 15,000 rows the matrix takes
 * 1.8 GB, and while it is inverted there are three of them: give the command 8 GB.
 *
 * @see <a href="https://doi.org/10.1145/3308558.3313710">Steck: Embarrassingly shallow autoencoders for sparse data, WWW
 *     2019</a>
 */
public final class Ease implements Peer<Ease.Settings> {
    private static final int MOST_ROWS = 16_384;

    /**
     * What can be set.
     *
     * @param lambda how strongly weights are held back, above 0
     */
    public record Settings(double lambda) {}

    @Override
    public String name() {
        return "EASE";
    }

    @Override
    public List<Settings> settings() {
        return DoubleStream.of(
                        0.1, 0.3, 1, 3, 10, 30, 100, 200, 300, 500, 1000, 2000, 5000, 10_000,
                        30_000)
                .mapToObj(Settings::new)
                .toList();
    }

    /*
     * With X the patrons by titles and P = (X'X + lambda I)^-1, the weights are B(i, j) = -P(i, j) / P(j, j), 0 for i = j,
     * and a history h scores hB. P is titles by titles. By Woodbury's identity the same P is
     *
     *     P = (I - X'KX) / lambda,   K = (XX' + lambda I)^-1,
     *
     * where K is patrons by patrons, so that with x(j) the patrons of j, B(i, j) = x(i)'Kx(j) / (1 - x(j)'Kx(j)).
     */
    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        Borrowings borrowings = Borrowings.of(loans, titles);
        int[] mostBorrowed = mostBorrowed(borrowings);
        Weights weights =
                borrowings.patronCount() <= mostBorrowed.length
                        ? byPatrons(borrowings, settings.lambda())
                        : byTitles(borrowings, mostBorrowed, settings.lambda());
        return (history, limit) -> {
            int[] seen = Borrowings.titlesOf(history);
            return weights.scores(seen).best(Double.NEGATIVE_INFINITY, seen, limit);
        };
    }

    /** What has been learned. */
    @FunctionalInterface
    interface Weights {
        /** Of titles that were not learned, and of those seen, the scores say nothing. */
        Scores scores(int[] seen);
    }

    private static int[] mostBorrowed(Borrowings borrowings) {
        return IntStream.range(0, borrowings.titleCount())
                .filter(title -> borrowings.borrowers(title) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(title -> -borrowings.borrowers(title)))
                .limit(MOST_ROWS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static Weights byTitles(Borrowings borrowings, int[] learned, double lambda) {
        int[] row = new int[borrowings.titleCount()];
        Arrays.fill(row, -1);
        for (int place = 0; place < learned.length; place++) {
            row[learned[place]] = place;
        }
        DMatrixRMaj gram = new DMatrixRMaj(learned.length, learned.length);
        for (int patron = 0; patron < borrowings.patronCount(); patron++) {
            int[] rows =
                    Arrays.stream(borrowings.titles(patron))
                            .map(title -> row[title])
                            .filter(r -> r >= 0)
                            .toArray();
            addProduct(rows, gram);
        }
        DMatrixRMaj inverse = inverse(gram, lambda);
        return seen -> {
            Scores scores = new Scores(borrowings.titleCount(), Double.NEGATIVE_INFINITY);
            double[] sums = sumOfRows(inverse, Arrays.stream(seen).map(title -> row[title]));
            for (int place = 0; place < learned.length; place++) {
                scores.set(learned[place], -sums[place] / inverse.get(place, place));
            }
            return scores;
        };
    }

    static Weights byPatrons(Borrowings borrowings, double lambda) {
        DMatrixRMaj gram = new DMatrixRMaj(borrowings.patronCount(), borrowings.patronCount());
        for (int title = 0; title < borrowings.titleCount(); title++) {
            addProduct(borrowings.patrons(title), gram);
        }
        DMatrixRMaj inverse = inverse(gram, lambda);
        double[] own = new double[borrowings.titleCount()];
        Arrays.setAll(own, title -> 1 - sumOfBlock(inverse, borrowings.patrons(title)));
        return seen -> {
            Scores scores = new Scores(borrowings.titleCount(), Double.NEGATIVE_INFINITY);
            double[] sums =
                    sumOfRows(
                            inverse,
                            Arrays.stream(seen)
                                    .flatMap(title -> Arrays.stream(borrowings.patrons(title))));
            for (int title = 0; title < own.length; title++) {
                if (borrowings.borrowers(title) > 0) {
                    double sum = 0;
                    for (int patron : borrowings.patrons(title)) {
                        sum += sums[patron];
                    }
                    scores.set(title, sum / own[title]);
                }
            }
            return scores;
        };
    }

    private static void addProduct(int[] rows, DMatrixRMaj gram) {
        for (int a : rows) {
            for (int b : rows) {
                gram.data[a * gram.numCols + b]++;
            }
        }
    }

    private static DMatrixRMaj inverse(DMatrixRMaj gram, double lambda) {
        for (int i = 0; i < gram.numRows; i++) {
            gram.data[i * gram.numCols + i] += lambda;
        }
        LinearSolverDense<DMatrixRMaj> solver =
                LinearSolverFactory_MT_DDRM.symmPosDef(gram.numRows);
        if (!solver.setA(gram)) {
            throw new IllegalArgumentException(
                    "lambda is %s: give more, the matrix is not positive definite"
                            .formatted(lambda));
        }
        DMatrixRMaj inverse = new DMatrixRMaj(gram.numRows, gram.numCols);
        solver.invert(inverse);
        return inverse;
    }

    /* Rows may come twice; those below 0 are not there. */
    private static double[] sumOfRows(DMatrixRMaj matrix, IntStream rows) {
        int[] times = new int[matrix.numRows];
        rows.filter(row -> row >= 0).forEach(row -> times[row]++);
        double[] sums = new double[matrix.numCols];
        for (int row = 0; row < times.length; row++) {
            if (times[row] > 0) {
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += times[row] * matrix.data[row * matrix.numCols + column];
                }
            }
        }
        return sums;
    }

    private static double sumOfBlock(DMatrixRMaj matrix, int[] rows) {
        double sum = 0;
        for (int a : rows) {
            for (int b : rows) {
                sum += matrix.data[a * matrix.numCols + b];
            }
        }
        return sum;
    }
}
