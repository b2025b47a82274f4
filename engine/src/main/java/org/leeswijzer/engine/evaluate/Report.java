package org.leeswijzer.engine.evaluate;

import java.time.LocalDate;
import java.util.List;

/**
 * What an evaluation found, to be shown as text, as JSON or as a page.
 *
 * @param name of the loans
 * @param patrons with a loan
 * @param titles in the catalogue
 * @param loans pairs of patron and title
 * @param first day of a loan
 * @param last day of a loan
 * @param minBorrowers that the model kept to
 * @param depth so many of every list were judged
 * @param trials one for each way to split the loans
 */
public record Report(
        String name,
        int patrons,
        int titles,
        int loans,
        LocalDate first,
        LocalDate last,
        int minBorrowers,
        int depth,
        List<Trial> trials) {
    public Report {
        trials = List.copyOf(trials);
    }
}
