package org.leeswijzer.ingest.loanset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A set of loans in files.
 *
 * @param name to call it by
 * @param loans CSV, packed with gzip or not
 * @param titles the same; where it is absent, of titles only their ids are known
 * @param betweenValues what parts several values in a cell; where empty, {@code ;} and {@code |} do
 * @param dates what comes first in a date such as 03/04/2016; where empty, whatever the file's other dates show
 * @param borrowedOnly whether titles that nobody borrowed are left out
 */
public record LoanSetFiles(
        String name,
        Path loans,
        Mapping loansMap,
        Optional<Path> titles,
        Mapping titlesMap,
        Optional<String> betweenValues,
        Optional<DateOrder> dates,
        boolean borrowedOnly) {

    /** @throws IllegalArgumentException if nothing is to part values */
    public LoanSetFiles {
        if (betweenValues.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException(
                    "what is between values is empty: give a text such as ; or |");
        }
    }

    /** Loans and titles, all else as usual. */
    public static LoanSetFiles of(
            String name, Path loans, Mapping loansMap, Path titles, Mapping titlesMap) {
        return new LoanSetFiles(
                name,
                loans,
                loansMap,
                Optional.of(titles),
                titlesMap,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same without titles that nobody borrowed. */
    public LoanSetFiles withBorrowedOnly() {
        return new LoanSetFiles(
                name, loans, loansMap, titles, titlesMap, betweenValues, dates, true);
    }
}
