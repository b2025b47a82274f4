package org.leeswijzer.ingest.decode;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Pseudonymiser;

/** Makes loans of what a source says of them, with pseudonyms for patron and loan. For one thread. */
public final class LoanMaker {
    private static final HexFormat HEX = HexFormat.of();

    private final Pseudonyms pseudonyms;

    /** A maker of loans under these pseudonyms. */
    public LoanMaker(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * A loan whose parts were all checked.
     *
     * @param id the source's own; null if it has none: the same loan again then gets the same key again
     * @param patron the source's own number
     */
    public LoanMade loan(
            Library library, @Nullable String id, String patron, Borrowed borrowed, int day) {
        PatronKey key = pseudonyms.patron(library, patron);
        LoanKey loan =
                id == null
                        ? madeUp(library, patron, borrowed, day)
                        : pseudonyms.of(library).loan(id);
        return new LoanMade(library, loan, key, borrowed, day);
    }

    /** The key of a loan of which the source tells no id, of the patron with that number. */
    public LoanKey madeUp(Library library, String patron, Borrowed borrowed, int day) {
        return madeUp(library, pseudonyms.firstPatron(library, patron), borrowed, day);
    }

    /**
     * The same of the patron who had that pseudonym before the secret was ever rotated: whatever came since, the same loan has
     * the same key.
     */
    public LoanKey madeUp(Library library, PatronKey first, Borrowed borrowed, int day) {
        String kind = borrowed instanceof Borrowed.OfTitle ? "title" : "item";
        Pseudonymiser pseudonymiser = pseudonyms.of(library);
        return pseudonymiser.loan(
                HEX.toHexDigits(first.high())
                        + HEX.toHexDigits(first.low())
                        + '|'
                        + kind
                        + '|'
                        + borrowed.id()
                        + '|'
                        + day);
    }
}
