package org.leeswijzer.ingest.folio;

import java.util.Optional;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent.AllLoansForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Events;
import org.leeswijzer.ingest.decode.Decoded.Ignored;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.RawRecord;

/**
 * Reads {@code circulation.loan}. A check-out is CREATED; renewals, recalls and returns are UPDATED with the same loan id,
 * and each names patron, item and day anew, so both are the last word on the loan.
 */
final class Loans implements Decoder {
    private final Pseudonyms pseudonyms;
    private final LoanDay days;

    Loans(Pseudonyms pseudonyms, LoanDay days) {
        this.pseudonyms = pseudonyms;
        this.days = days;
    }

    @Override
    public Decoded decode(RawRecord record) {
        Envelope event = Envelope.read(record);
        return switch (event.type()) {
            case "CREATED", "UPDATED" -> lastWord(event, record);
            case "DELETED" -> forgotten(event, Envelope.id(event.oldData(), record));
            case "ALL_DELETED" -> Events.of(new AllLoansForgotten(event.library()));
            default -> new Ignored(Cause.OTHER_TYPE);
        };
    }

    private Decoded lastWord(Envelope event, RawRecord record) {
        Fields loan =
                event.newData().orElseThrow(() -> event.fields().missing("data.new", "the loan"));
        if (loan.flag("isDcb")) {
            return new Ignored(Cause.VIRTUAL_LOAN);
        }
        String id = Envelope.id(Optional.of(loan), record);
        Optional<String> patron = loan.optionalId("userId");
        if (patron.isEmpty()) {
            return withoutPatron(event, id);
        }
        String item = loan.id("itemId");
        int day = days.of(loan, "loanDate");
        Pseudonymiser pseudonymiser = pseudonyms.of(event.library());
        return Events.of(
                new LoanMade(
                        event.library(),
                        pseudonymiser.loan(id),
                        pseudonymiser.patron(patron.get()),
                        new Borrowed.OfItem(item),
                        day));
    }

    /*
     * UPDATED, with a patron before and none now: the library made the loan anonymous and we forget it. So we do where
     * there was none before either, since the event that said so may have been lost; to forget what is not there is
     * harmless.
     */
    private Decoded withoutPatron(Envelope event, String id) {
        return event.type().equals("UPDATED")
                ? forgotten(event, id)
                : new Ignored(Cause.ANONYMOUS_LOAN);
    }

    private Decoded forgotten(Envelope event, String id) {
        LoanKey loan = pseudonyms.of(event.library()).loan(id);
        return Events.of(new LoanForgotten(event.library(), loan));
    }
}
