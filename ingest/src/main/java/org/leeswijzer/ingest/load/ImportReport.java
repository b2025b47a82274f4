package org.leeswijzer.ingest.load;

import java.util.List;

/**
 * How an import went.
 *
 * @param lines that hold something, the header of CSV not among them
 * @param published lines that were taken
 * @param bad lines that were not
 * @param isbnsLeftOut ISBNs, in lines that were taken, that are none
 * @param firstProblems of the bad lines, at most {@link #MAX_PROBLEMS}
 */
public record ImportReport(
        long lines,
        long published,
        long bad,
        long isbnsLeftOut,
        List<ImportProblem> firstProblems) {
    /** Who needs more mends the first and tries again. */
    public static final int MAX_PROBLEMS = 20;

    public ImportReport {
        firstProblems = List.copyOf(firstProblems);
    }
}
