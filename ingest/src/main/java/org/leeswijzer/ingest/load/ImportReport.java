package org.leeswijzer.ingest.load;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.ingest.decode.Decoded.Cause;

/**
 * How an import went.
 *
 * @param lines that hold something, or records; the header of CSV is not among them
 * @param published lines that were taken
 * @param bad lines that were not
 * @param isbnsLeftOut ISBNs, in lines that were taken, that are none
 * @param firstProblems of the bad lines, at most {@link #MAX_PROBLEMS}
 * @param dropped lines that are well, and left out by design
 * @param reading what the file was read as
 */
public record ImportReport(
        long lines,
        long published,
        long bad,
        long isbnsLeftOut,
        List<ImportProblem> firstProblems,
        Map<Cause, Long> dropped,
        Reading reading) {
    /** Who needs more mends the first and tries again. */
    public static final int MAX_PROBLEMS = 20;

    /**
     * What a file was read as.
     *
     * @param unit what its rows are called: line, or record
     * @param recognised what is read of each, as file and fields call it
     */
    public record Reading(Format format, String unit, List<String> recognised) {
        public Reading {
            recognised = List.copyOf(recognised);
        }
    }

    public ImportReport {
        firstProblems = List.copyOf(firstProblems);
        Map<Cause, Long> inOrder = new EnumMap<>(Cause.class);
        inOrder.putAll(dropped);
        dropped = Collections.unmodifiableMap(inOrder);
    }
}
