package org.leeswijzer.ingest.decode;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.engine.privacy.Secrets;

/** Every library's pseudonymiser, made once; for one thread, as those are. */
public final class Pseudonyms {
    /** A power of two; so many patrons are remembered at most. */
    private static final int REMEMBERED = 1 << 17;

    private final Pseudonymisers source;
    private final Map<Library, Pseudonymiser> made = new HashMap<>();
    private final @Nullable Known[] known;
    private @Nullable Library lastLibrary;
    private @Nullable Pseudonymiser last;

    /** What stood first for a number, and what does now. */
    private record Known(Library library, String number, PatronKey first, PatronKey now) {}

    private Pseudonyms(Pseudonymisers source, int remembered) {
        this.source = source;
        known = new Known[remembered];
    }

    /** Pseudonyms under these secrets. */
    public Pseudonyms(Secrets secrets) {
        this(secrets, 0);
    }

    /**
     * Pseudonyms for as long as one file is read: those of the patrons who came last are remembered, with their numbers,
     * and computed once.
     */
    public static Pseudonyms ofOneFile(Pseudonymisers source) {
        return new Pseudonyms(source, REMEMBERED);
    }

    /** The library's own; ask only once the record is known to be whole, since a new library gets a new secret. */
    public Pseudonymiser of(Library library) {
        Pseudonymiser its = last;
        if (its == null || !library.equals(lastLibrary)) {
            its = made.computeIfAbsent(library, source::pseudonymiser);
            last = its;
            lastLibrary = library;
        }
        return its;
    }

    /** The pseudonym of a library's patron. */
    public PatronKey patron(Library library, String number) {
        return known.length == 0 ? of(library).patron(number) : known(library, number).now;
    }

    /** What it was before the secret was ever rotated. */
    PatronKey firstPatron(Library library, String number) {
        return known.length == 0 ? of(library).firstPatron(number) : known(library, number).first;
    }

    private Known known(Library library, String number) {
        int hash = number.hashCode();
        int place = (hash ^ hash >>> 15) & (known.length - 1);
        Known here = known[place];
        if (here == null || !here.number.equals(number) || !here.library.equals(library)) {
            PatronKey first = of(library).firstPatron(number);
            here = new Known(library, number, first, of(library).patron(first, 0));
            known[place] = here;
        }
        return here;
    }

    /**
     * The pseudonym of a patron who had this one when the secret had been rotated so often.
     *
     * @throws BadRecord if it was not, as far as is known here
     */
    public PatronKey patron(Library library, PatronKey then, int rotation) {
        return isNow(library, rotation) ? then : of(library).patron(then, rotation);
    }

    /**
     * The key of a loan that had this one when the secret had been rotated so often.
     *
     * @throws BadRecord if it was not, as far as is known here
     */
    public LoanKey loan(Library library, LoanKey then, int rotation) {
        return isNow(library, rotation) ? then : of(library).loan(then, rotation);
    }

    /* Who only reads what others have made pseudonyms of needs no secret, and is not to make one. */
    private boolean isNow(Library library, int rotation) {
        int now = source.rotation(library);
        if (rotation > now) {
            throw new BadRecord(
                    "rotation",
                    "is of a secret that is not here: copy %s.%d.secret from the machine where it was rotated, and start again"
                            .formatted(library, rotation));
        }
        return rotation == now;
    }
}
