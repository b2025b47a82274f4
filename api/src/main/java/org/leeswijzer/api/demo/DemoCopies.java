package org.leeswijzer.api.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The copies that the libraries have of their titles: more of what is borrowed more, and out for three weeks when lent. */
final class DemoCopies {
    private static final int LOANS_OF_A_COPY = 40;
    private static final int DAYS_OUT = 21;

    private final DemoCatalogue catalogue;
    private final String outSince;
    private final Map<Held, Integer> loans = new HashMap<>();
    private final Map<Held, Integer> out = new HashMap<>();

    private record Held(String library, String title) {}

    /** @param end the last day of the loans */
    DemoCopies(DemoCatalogue catalogue, LocalDate end) {
        this.catalogue = catalogue;
        outSince = end.minusDays(DAYS_OUT).toString();
    }

    /** Notes a loan. */
    void lent(SimulatedLoan loan) {
        Held held = new Held(loan.library(), loan.title());
        loans.merge(held, 1, Integer::sum);
        if (loan.loanedAt().compareTo(outSince) > 0) {
            out.merge(held, 1, Integer::sum);
        }
    }

    /** All copies, as they stand after the loans that were noted. */
    Stream<DemoCopy> all() {
        return Arrays.stream(DemoLibrary.values())
                .flatMap(
                        library ->
                                catalogue.heldBy(library).stream()
                                        .flatMap(title -> copies(library, title)));
    }

    private Stream<DemoCopy> copies(DemoLibrary library, DemoTitle title) {
        Held held = new Held(library.library().code(), title.id());
        int copies = 1 + loans.getOrDefault(held, 0) / LOANS_OF_A_COPY;
        int lent = out.getOrDefault(held, 0);
        return IntStream.range(0, copies)
                .mapToObj(
                        copy ->
                                new DemoCopy(
                                        held.library(),
                                        "%s-%d".formatted(held.title(), copy + 1),
                                        held.title(),
                                        copy >= lent));
    }
}
