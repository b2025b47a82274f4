package org.leeswijzer.ingest.jsonl;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.LoanMaker;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.SaidAt;

/** Reads lines of loans, of loans to forget and of patrons' words. */
final class LoanLines {
    private final Pseudonyms pseudonyms;
    private final LoanMaker maker;
    private final LoanDay days;
    private final WordLines words;
    private final Owner owner;

    LoanLines(Pseudonyms pseudonyms, LoanDay days, SaidAt moments, Owner owner) {
        this.pseudonyms = pseudonyms;
        maker = new LoanMaker(pseudonyms);
        this.days = days;
        words = new WordLines(moments);
        this.owner = owner;
    }

    /** @param published when the line was, if that is known */
    Decoded.Events decode(Fields line, Optional<Instant> published) {
        Library library = owner.of(line);
        if (line.flag("forgotten")) {
            LoanKey loan =
                    loan(line, library).orElseThrow(() -> line.missing("loanId", "the loan's id"));
            return Decoded.Events.of(new LoanForgotten(library, loan));
        }
        if (WordLines.isWord(line)) {
            return Decoded.Events.of(words.decode(line, library, patron(line, library), published));
        }
        Borrowed borrowed = borrowed(line);
        int day = days.of(line, "loanedAt");
        PatronKey patron = patron(line, library);
        // Without an id of its source: the same line again is the same loan again.
        LoanKey loan = loan(line, library).orElseGet(() -> madeUp(line, library, borrowed, day));
        return Decoded.Events.of(new LoanMade(library, loan, patron, borrowed, day));
    }

    /** What a plain loan means; null if it is not quite plain. */
    @Nullable LoanMade plain(PlainLoan line) {
        Library library = owner.plain(line.library());
        Borrowed borrowed = borrowed(line);
        String loanedAt = line.loanedAt();
        if (library == null || borrowed == null || loanedAt == null || line.rotation() < 0) {
            return null;
        }
        int day = days.plain(loanedAt);
        PatronKey patron = day == LoanDay.UNUSUAL ? null : patron(line, library);
        if (patron == null) {
            return null;
        }
        LoanKey loan = loan(line, library, borrowed, day);
        return loan == null ? null : new LoanMade(library, loan, patron, borrowed, day);
    }

    private static @Nullable Borrowed borrowed(PlainLoan line) {
        String title = line.title();
        if (title != null) {
            return Ids.isId(title) ? new Borrowed.OfTitle(title) : null;
        }
        String item = line.item();
        return item != null && Ids.isId(item) ? new Borrowed.OfItem(item) : null;
    }

    private @Nullable PatronKey patron(PlainLoan line, Library library) {
        String key = line.patronKey();
        if (key != null) {
            return Keys.isKey(key)
                    ? pseudonyms.patron(library, Keys.patron(key), line.rotation())
                    : null;
        }
        String number = line.patron();
        return number != null && Ids.isId(number) ? pseudonyms.patron(library, number) : null;
    }

    private @Nullable LoanKey loan(PlainLoan line, Library library, Borrowed borrowed, int day) {
        String key = line.loanKey();
        if (key != null) {
            return Keys.isKey(key)
                    ? pseudonyms.loan(library, Keys.loan(key), line.rotation())
                    : null;
        }
        String id = line.loanId();
        if (id != null) {
            return Ids.isId(id) ? pseudonyms.of(library).loan(id) : null;
        }
        return madeUp(line, library, borrowed, day);
    }

    private @Nullable LoanKey madeUp(PlainLoan line, Library library, Borrowed borrowed, int day) {
        String key = line.patronKey();
        String number = line.patron();
        if (key == null) {
            return number == null ? null : maker.madeUp(library, number, borrowed, day);
        }
        return line.rotation() > 0 ? null : maker.madeUp(library, Keys.patron(key), borrowed, day);
    }

    private PatronKey patron(Fields line, Library library) {
        Optional<PatronKey> key = Keys.patron(line, "patronKey");
        return key.isPresent()
                ? pseudonyms.patron(library, key.get(), rotation(line))
                : pseudonyms.patron(library, number(line));
    }

    private static String number(Fields line) {
        return line.optionalId("patron")
                .orElseThrow(() -> line.missing("patron", "the patron's number"));
    }

    private Optional<LoanKey> loan(Fields line, Library library) {
        Optional<LoanKey> key = Keys.loan(line, "loanKey");
        return key.isPresent()
                ? key.map(loan -> pseudonyms.loan(library, loan, rotation(line)))
                : line.optionalId("loanId").map(id -> pseudonyms.of(library).loan(id));
    }

    private LoanKey madeUp(Fields line, Library library, Borrowed borrowed, int day) {
        Optional<PatronKey> key = Keys.patron(line, "patronKey");
        if (key.isEmpty()) {
            return maker.madeUp(library, number(line), borrowed, day);
        }
        if (rotation(line) > 0) {
            throw line.missing("loanKey", "it where patronKey is of a secret that was rotated");
        }
        return maker.madeUp(library, key.get(), borrowed, day);
    }

    private static int rotation(Fields line) {
        Integer rotation = line.number("rotation");
        if (rotation != null && rotation < 0) {
            throw line.bad("rotation", "is below 0: give how often the secret had been rotated");
        }
        return rotation == null ? 0 : rotation;
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
}
