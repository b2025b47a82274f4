package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The factors of one patron, given those of all titles; or the other way round. Safe for use by many threads. */
final class FactorSolver {
    private final DMatrixRMaj given;
    private final double alpha;
    private final DMatrixRMaj base;
    private final DMatrixRMaj baseInverse;

    /*
     * With Y all rows given and U those of the loans, the loans having confidence 1 + alpha and all others 1, what is
     * sought is
     *
     *     x = (1 + alpha) (B + alpha U'U)^-1 U'1,   B = Y'Y + lambda I,
     *
     * where B is the same for all. Of fewer loans than factors the same x comes from a smaller system, one row per loan:
     *
     *     x = (1 + alpha) B^-1 U' (I + alpha U B^-1 U')^-1 1.
     */

    /** @param given Y, one row of factors for each title */
    FactorSolver(DMatrixRMaj given, double lambda, double alpha) {
        this.given = given;
        this.alpha = alpha;
        base = new DMatrixRMaj(given.numCols, given.numCols);
        CommonOps_DDRM.multInner(given, base);
        for (int i = 0; i < given.numCols; i++) {
            base.add(i, i, lambda);
        }
        baseInverse = new DMatrixRMaj(given.numCols, given.numCols);
        solver(base.copy()).invert(baseInverse);
    }

    /** @param loans rows of Y, each once */
    double[] solve(int[] loans) {
        if (loans.length == 0) {
            return new double[given.numCols];
        }
        DMatrixRMaj rows = new DMatrixRMaj(loans.length, given.numCols);
        for (int i = 0; i < loans.length; i++) {
            System.arraycopy(
                    given.data,
                    loans[i] * given.numCols,
                    rows.data,
                    i * given.numCols,
                    given.numCols);
        }
        DMatrixRMaj factors = loans.length < given.numCols ? byLoans(rows) : byFactors(rows);
        CommonOps_DDRM.scale(1 + alpha, factors);
        return factors.data;
    }

    private DMatrixRMaj byFactors(DMatrixRMaj rows) {
        DMatrixRMaj left = new DMatrixRMaj(rows.numCols, rows.numCols);
        CommonOps_DDRM.multInner(rows, left);
        CommonOps_DDRM.add(base, alpha, left, left);
        DMatrixRMaj right = new DMatrixRMaj(rows.numCols, 1);
        CommonOps_DDRM.multTransA(rows, ones(rows.numRows), right);
        return solve(left, right);
    }

    private DMatrixRMaj byLoans(DMatrixRMaj rows) {
        DMatrixRMaj spread = new DMatrixRMaj(rows.numCols, rows.numRows);
        CommonOps_DDRM.multTransB(baseInverse, rows, spread);
        DMatrixRMaj left = new DMatrixRMaj(rows.numRows, rows.numRows);
        CommonOps_DDRM.mult(alpha, rows, spread, left);
        for (int i = 0; i < rows.numRows; i++) {
            left.add(i, i, 1);
        }
        DMatrixRMaj factors = new DMatrixRMaj(rows.numCols, 1);
        CommonOps_DDRM.mult(spread, solve(left, ones(rows.numRows)), factors);
        return factors;
    }

    private static DMatrixRMaj ones(int count) {
        DMatrixRMaj ones = new DMatrixRMaj(count, 1);
        Arrays.fill(ones.data, 1);
        return ones;
    }

    private static DMatrixRMaj solve(DMatrixRMaj left, DMatrixRMaj right) {
        DMatrixRMaj solution = new DMatrixRMaj(left.numRows, 1);
        solver(left).solve(right, solution);
        return solution;
    }

    private static LinearSolverDense<DMatrixRMaj> solver(DMatrixRMaj left) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(left.numRows);
        if (!solver.setA(left)) {
            throw new IllegalArgumentException(
                    "lambda is too low: a matrix is not positive definite");
        }
        return solver;
    }

    /** The product of some factors with those of one row. */
    static double dot(double[] factors, DMatrixRMaj rows, int row) {
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * rows.data[row * factors.length + i];
        }
        return sum;
    }
}
