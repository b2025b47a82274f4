package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.similarity.Workers;

/**
 * Matrix factorisation for loans, where no loan says little and a loan says much, by alternating least squares.
 *
 * @see <a href="https://doi.org/10.1109/ICDM.2008.22">Hu, Koren, Volinsky: Collaborative filtering for implicit feedback
 *     datasets, ICDM 2008</a>
 */
public final class ImplicitAls implements Peer<ImplicitAls.Settings> {
    private static final int ROUNDS = 10;
    private static final long SEED = 20;

    /**
     * What can be set.
     *
     * @param factors numbers per patron and per title
     * @param lambda how strongly they are held back, above 0
     * @param alpha how much more than no loan a loan says
     */
    public record Settings(int factors, double lambda, double alpha) {}

    private final int threads;

    /** @param threads that learn; their number does not change the result */
    public ImplicitAls(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "iALS";
    }

    @Override
    public List<Settings> settings() {
        List<Settings> all = new ArrayList<>();
        for (int factors : new int[] {32, 64}) {
            for (double lambda : new double[] {1, 3, 10, 30, 100}) {
                for (double alpha : new double[] {0.3, 1, 4, 15, 60}) {
                    all.add(new Settings(factors, lambda, alpha));
                }
            }
        }
        return all;
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        Borrowings borrowings = Borrowings.of(loans, titles);
        DMatrixRMaj patronFactors = new DMatrixRMaj(borrowings.patronCount(), settings.factors());
        DMatrixRMaj titleFactors = random(titles, settings.factors());
        for (int round = 0; round < ROUNDS; round++) {
            solve(patronFactors, titleFactors, borrowings::titles, settings);
            solve(titleFactors, patronFactors, borrowings::patrons, settings);
        }
        FactorSolver solver = new FactorSolver(titleFactors, settings.lambda(), settings.alpha());
        return (history, limit) -> {
            int[] seen = Borrowings.titlesOf(history);
            double[] patron = solver.solve(seen);
            Scores scores = new Scores(titles, Double.NEGATIVE_INFINITY);
            for (int title = 0; title < titles; title++) {
                if (borrowings.borrowers(title) > 0) {
                    scores.set(title, FactorSolver.dot(patron, titleFactors, title));
                }
            }
            return scores.best(Double.NEGATIVE_INFINITY, seen, limit);
        };
    }

    private void solve(
            DMatrixRMaj wanted, DMatrixRMaj given, IntFunction<int[]> loans, Settings settings) {
        FactorSolver solver = new FactorSolver(given, settings.lambda(), settings.alpha());
        Workers.share(
                wanted.numRows,
                threads,
                () ->
                        row ->
                                System.arraycopy(
                                        solver.solve(loans.apply(row)),
                                        0,
                                        wanted.data,
                                        row * wanted.numCols,
                                        wanted.numCols));
    }

    private static DMatrixRMaj random(int rows, int columns) {
        Random random = new Random(SEED);
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = random.nextGaussian();
        }
        CommonOps_DDRM.scale(1 / Math.sqrt(columns), matrix);
        return matrix;
    }
}
