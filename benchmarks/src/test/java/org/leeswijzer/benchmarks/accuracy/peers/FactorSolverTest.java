package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.row;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.mahout.math.DenseVector;
import org.apache.mahout.math.SequentialAccessSparseVector;
import org.apache.mahout.math.Vector;
import org.apache.mahout.math.als.ImplicitFeedbackAlternatingLeastSquaresSolver;
import org.apache.mahout.math.map.OpenIntObjectHashMap;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class FactorSolverTest {
    private static final double LAMBDA = 0.7;
    private static final double ALPHA = 12;

    /*
     * One factor: Y = (1, 2), so B = 1 + 4 + 1 with lambda 1. Of a loan of the second title, with alpha 3, x is
     * (1 + 3) * 2 / (6 + 3 * 4) = 8/18; of loans of both it is (1 + 3) * (1 + 2) / (6 + 3 * (1 + 4)) = 12/21.
     */
    @Test
    void oneFactorIsThatWorkedOutByHand() {
        DMatrixRMaj given = new DMatrixRMaj(2, 1, true, 1, 2);
        FactorSolver solver = new FactorSolver(given, 1, 3);
        assertThat(solver.solve(row(1))).containsExactly(new double[] {8.0 / 18}, within(1e-12));
        assertThat(solver.solve(row(0, 1)))
                .containsExactly(new double[] {12.0 / 21}, within(1e-12));
        assertThat(solver.solve(row())).containsExactly(0);
    }

    @Test
    void fewLoansAndManyGiveWhatMahoutGives() {
        DMatrixRMaj given = new DMatrixRMaj(20, 6);
        Random random = new Random(20);
        for (int i = 0; i < given.data.length; i++) {
            given.data[i] = random.nextGaussian();
        }
        FactorSolver solver = new FactorSolver(given, LAMBDA, ALPHA);
        ImplicitFeedbackAlternatingLeastSquaresSolver mahout = mahout(given);
        for (int[] loans : new int[][] {{3}, {1, 4, 5}, {0, 2, 4, 6, 8, 10}, all(given.numRows)}) {
            Vector ratings = new SequentialAccessSparseVector(given.numRows);
            for (int loan : loans) {
                ratings.set(loan, 1);
            }
            Vector expected = mahout.solve(ratings);
            double[] solved = solver.solve(loans);
            assertThat(solved).hasSize(6);
            for (int i = 0; i < solved.length; i++) {
                assertThat(solved[i]).isCloseTo(expected.get(i), within(1e-9));
            }
        }
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static ImplicitFeedbackAlternatingLeastSquaresSolver mahout(DMatrixRMaj given) {
        OpenIntObjectHashMap<Vector> rows = new OpenIntObjectHashMap<>();
        for (int row = 0; row < given.numRows; row++) {
            Vector vector = new DenseVector(given.numCols);
            for (int i = 0; i < given.numCols; i++) {
                vector.set(i, given.get(row, i));
            }
            rows.put(row, vector);
        }
        return new ImplicitFeedbackAlternatingLeastSquaresSolver(
                given.numCols, LAMBDA, ALPHA, rows, 1);
    }
}
