package org.leeswijzer.ingest.decode;

import java.util.HashMap;
import java.util.Map;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Secrets;

/** Every library's pseudonymiser, made once; for one thread, as those are. */
public final class Pseudonyms {
    private final Secrets secrets;
    private final Map<Library, Pseudonymiser> made = new HashMap<>();

    /** Pseudonyms under these secrets. */
    public Pseudonyms(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The library's own; ask only once the record is known to be whole, since a new library gets a new secret. */
    public Pseudonymiser of(Library library) {
        return made.computeIfAbsent(library, secrets::pseudonymiser);
    }
}
