package org.leeswijzer.ingest.folio;

import java.util.Set;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Ignored;

/** What kinds of inventory event there are, as far as it matters here. */
final class Types {
    private static final Set<String> WITH_NEW = Set.of("CREATE", "UPDATE");

    private Types() {}

    /** An event that does not say what its subject is now: at fault if it should, else of no use here. */
    static Decoded withoutNew(Envelope event) {
        if (WITH_NEW.contains(event.type())) {
            throw event.fields().missing("new", "the record as it is now");
        }
        return new Ignored(Cause.OTHER_TYPE);
    }
}
