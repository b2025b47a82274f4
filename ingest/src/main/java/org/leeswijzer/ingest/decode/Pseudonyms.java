package org.leeswijzer.ingest.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Secrets;

/** Every library's pseudonymiser, made once; for one thread, as those are. */
public final class Pseudonyms {
    /** A power of two; so many patrons are remembered at most. */
    private static final int REMEMBERED = 1 << 17;

    private final Function<Library, Pseudonymiser> source;
    private final Map<Library, Pseudonymiser> made = new HashMap<>();
    private final @Nullable Known[] known;
    private @Nullable Library lastLibrary;
    private @Nullable Pseudonymiser last;

    private record Known(Library library, String number, PatronKey key) {}

    private Pseudonyms(Function<Library, Pseudonymiser> source, int remembered) {
        this.source = source;
        known = new Known[remembered];
    }

    /** Pseudonyms under these secrets. */
    public Pseudonyms(Secrets secrets) {
        this(secrets::pseudonymiser, 0);
    }

    /**
     * Pseudonyms for as long as one file is read: those of the patrons who came last are remembered, with their numbers,
     * and computed once.
     */
    public static Pseudonyms ofOneFile(Function<Library, Pseudonymiser> source) {
        return new Pseudonyms(source, REMEMBERED);
    }

    /** The library's own; ask only once the record is known to be whole, since a new library gets a new secret. */
    public Pseudonymiser of(Library library) {
        Pseudonymiser its = last;
        if (its == null || !library.equals(lastLibrary)) {
            its = made.computeIfAbsent(library, source);
            last = its;
            lastLibrary = library;
        }
        return its;
    }

    /** The pseudonym of a library's patron. */
    public PatronKey patron(Library library, String number) {
        if (known.length == 0) {
            return of(library).patron(number);
        }
        int hash = number.hashCode();
        int place = (hash ^ hash >>> 15) & (known.length - 1);
        Known here = known[place];
        if (here == null || !here.number.equals(number) || !here.library.equals(library)) {
            here = new Known(library, number, of(library).patron(number));
            known[place] = here;
        }
        return here.key;
    }
}
