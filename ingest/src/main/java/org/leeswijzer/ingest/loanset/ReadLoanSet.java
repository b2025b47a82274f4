package org.leeswijzer.ingest.loanset;

import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.MemoryCatalogue;

/**
 * A set of loans as it was read.
 *
 * @param name to call it by
 * @param files how reading them went, titles first
 */
public record ReadLoanSet(
        String name, MemoryCatalogue catalogue, LoanSet loans, List<FileReport> files) {
    public ReadLoanSet {
        files = List.copyOf(files);
    }
}
