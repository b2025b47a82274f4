package org.leeswijzer.ingest.jsonl;

import java.util.Optional;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.Pseudonyms;

/** Reads lines of loans, of loans to forget and of patrons to erase. */
final class LoanLines {
    private final Pseudonyms pseudonyms;
    private final LoanDay days;
    private final Owner owner;

    LoanLines(Pseudonyms pseudonyms, LoanDay days, Owner owner) {
        this.pseudonyms = pseudonyms;
        this.days = days;
        this.owner = owner;
    }

    Decoded.Events decode(Fields line) {
        Library library = owner.of(line);
        if (line.flag("forgotten")) {
            LoanKey loan =
                    loan(line, library).orElseThrow(() -> line.missing("loanId", "the loan's id"));
            return Decoded.Events.of(new LoanForgotten(library, loan));
        }
        if (line.flag("erased")) {
            return Decoded.Events.of(new PatronErased(library, patron(line, library)));
        }
        Borrowed borrowed = borrowed(line);
        int day = days.of(line, "loanedAt");
        PatronKey patron = patron(line, library);
        LoanKey loan = loan(line, library).orElseGet(() -> madeUp(library, patron, borrowed, day));
        return Decoded.Events.of(new LoanMade(library, loan, patron, borrowed, day));
    }

    private PatronKey patron(Fields line, Library library) {
        Optional<PatronKey> key = Keys.patron(line, "patronKey");
        if (key.isPresent()) {
            return key.get();
        }
        String number =
                line.optionalId("patron")
                        .orElseThrow(() -> line.missing("patron", "the patron's number"));
        return pseudonyms.of(library).patron(number);
    }

    private Optional<LoanKey> loan(Fields line, Library library) {
        Optional<LoanKey> key = Keys.loan(line, "loanKey");
        return key.isPresent()
                ? key
                : line.optionalId("loanId").map(id -> pseudonyms.of(library).loan(id));
    }

    /* A title says more than a copy of it, so it is what counts where a line has both. */
    private static Borrowed borrowed(Fields line) {
        Optional<String> title = line.optionalId("title");
        if (title.isPresent()) {
            return new Borrowed.OfTitle(title.get());
        }
        return new Borrowed.OfItem(
                line.optionalId("item")
                        .orElseThrow(
                                () -> line.missing("title", "the title's id, or item, a copy's")));
    }

    /* For a source without loan ids: the same line again is the same loan again. */
    private LoanKey madeUp(Library library, PatronKey patron, Borrowed borrowed, int day) {
        String kind = borrowed instanceof Borrowed.OfTitle ? "title" : "item";
        return pseudonyms
                .of(library)
                .loan(
                        String.join(
                                "|", Keys.hex(patron), kind, borrowed.id(), Integer.toString(day)));
    }
}
