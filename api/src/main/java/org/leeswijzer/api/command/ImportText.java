package org.leeswijzer.api.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.load.DryRun;
import org.leeswijzer.ingest.load.ImportProblem;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Novelty;

/** What came of an import, in words. Nothing of the file itself is in them but names of columns. */
final class ImportText {
    private final String file;
    private final ImportReport report;

    ImportText(String file, ImportReport report) {
        this.file = file;
        this.report = report;
    }

    /** @param verb what was done to the lines that were taken */
    void tell(String verb, PrintWriter out) {
        out.println(
                "%d %ss read, %d %s, %d bad%s"
                        .formatted(
                                report.lines(),
                                report.reading().unit(),
                                report.published(),
                                verb,
                                report.bad(),
                                isbns()));
        report.dropped()
                .forEach(
                        (cause, count) ->
                                out.println("  %,d dropped: %s".formatted(count, words(cause))));
    }

    void tell(Receipt receipt, PrintWriter out) {
        for (Outcome outcome : Outcome.values()) {
            if (receipt.count(outcome) > 0) {
                out.println("  %,d %s".formatted(receipt.count(outcome), words(outcome)));
            }
        }
    }

    /** @param whyNot why no store was looked into, if none was */
    void tell(DryRun dryRun, String whyNot, PrintWriter out) {
        out.println(
                "%s is read as %s: %s"
                        .formatted(
                                file,
                                report.reading().format().text(),
                                String.join(", ", report.reading().recognised())));
        tell("would be taken", out);
        Consumer<String> line = text -> out.println("  " + text);
        dryRun.firstDay()
                .ifPresent(
                        first ->
                                line.accept(
                                        "%,d loans of %,d patrons and %,d titles or items, from %s to %s"
                                                .formatted(
                                                        dryRun.loans(),
                                                        dryRun.patrons(),
                                                        dryRun.borrowed(),
                                                        first,
                                                        dryRun.lastDay().orElse(first))));
        if (dryRun.titles() > 0) {
            line.accept(
                    "%,d titles with %,d items, %,d of them not to be shown"
                            .formatted(dryRun.titles(), dryRun.items(), dryRun.suppressed()));
        }
        if (dryRun.others() > 0) {
            line.accept("%,d loans or patrons to be forgotten".formatted(dryRun.others()));
        }
        tell(dryRun.novelty(), whyNot, out);
        out.println("Nothing is written.");
    }

    private static void tell(Optional<Novelty> novelty, String whyNot, PrintWriter out) {
        if (novelty.isEmpty()) {
            out.println("What of it would be new is not known: " + whyNot);
            return;
        }
        Novelty held = novelty.get();
        out.println("Held against the store, what the file has twice counted once:");
        tell("loans", held.newLoans(), held.knownLoans(), out);
        tell("titles or items of loans", held.newBorrowed(), held.knownBorrowed(), out);
        tell("descriptions of titles", held.newTitles(), held.knownTitles(), out);
    }

    private static void tell(String what, int isNew, int isKnown, PrintWriter out) {
        if (isNew + isKnown > 0) {
            out.println(
                    "  %s: %,d would be new, %,d are there already"
                            .formatted(what, isNew, isKnown));
        }
    }

    void tellProblems(PrintWriter err) {
        for (ImportProblem problem : report.firstProblems()) {
            err.println(file + " " + problem);
        }
        if (report.bad() > report.firstProblems().size()) {
            err.println(
                    "and %d more: mend these first"
                            .formatted(report.bad() - report.firstProblems().size()));
        }
    }

    private String isbns() {
        return report.isbnsLeftOut() == 0
                ? ""
                : ", %d ISBNs left out that are none".formatted(report.isbnsLeftOut());
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case ANONYMOUS_LOAN -> "loans without a patron";
            case ANONYMOUS_PATRON -> "loans of the anonymous patron";
            case NOT_A_LOAN -> "renewals, returns and the like";
            case NOTHING_BORROWED -> "loans of items that are no longer known";
            case VIRTUAL_LOAN -> "loans between other libraries";
            case TOMBSTONE, ONLY_COUNTED, OTHER_TYPE -> "of no use here";
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case COUNTED -> "loans counted";
            case CORRECTED -> "loans corrected";
            case REPEATED -> "that were known already";
            case PARKED -> "loans parked until their item's title is known";
            case OUTSIDE_WINDOW -> "loans left out, from before the retention window";
            case ERASED -> "loans left out, of patrons who were erased";
            case OPTED_OUT -> "loans left out, of patrons who opted out";
            case FORGOTTEN -> "loans or patrons forgotten";
            case HEARD -> "words of patrons noted of whom nothing was held";
            case SAID -> "opinions of readers noted";
            case CATALOGUED -> "titles or items noted";
        };
    }
}
