package org.leeswijzer.ingest.loanset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.ingest.load.ImportProblem;

/**
 * How reading a file went.
 *
 * @param file its name
 * @param form how its cells are parted, and which column holds which field, guessed or said
 * @param rows that hold something, the header not among them
 * @param bad rows that could not be read
 * @param counts of what else is worth knowing, by what it is
 * @param remarks what to look at, if anything
 * @param firstProblems of the bad rows
 */
public record FileReport(
        String file,
        String form,
        long rows,
        long bad,
        Map<String, Long> counts,
        List<String> remarks,
        List<ImportProblem> firstProblems) {
    public FileReport {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        remarks = List.copyOf(remarks);
        firstProblems = List.copyOf(firstProblems);
    }
}
