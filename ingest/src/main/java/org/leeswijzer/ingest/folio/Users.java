package org.leeswijzer.ingest.folio;

import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Events;
import org.leeswijzer.ingest.decode.Decoded.Ignored;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.RawRecord;

/** Reads {@code users.users}: a user who is deleted there is erased here for good. Type, tenant and key are all that is read. */
final class Users implements Decoder {
    private final Pseudonyms pseudonyms;

    Users(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Decoded decode(RawRecord record) {
        Envelope event = Envelope.read(record);
        if (!event.type().equals("DELETED")) {
            return new Ignored(Cause.OTHER_TYPE);
        }
        String user = Envelope.key(record);
        return Events.of(
                new PatronGone(event.library(), pseudonyms.of(event.library()).patron(user)));
    }
}
