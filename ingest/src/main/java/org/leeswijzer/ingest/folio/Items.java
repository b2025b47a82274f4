package org.leeswijzer.ingest.folio;

import java.util.Optional;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Events;
import org.leeswijzer.ingest.decode.Decoded.Ignored;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.RawRecord;

/** Reads {@code inventory.item}: which title an item is a copy of. That outlives the item, for its loans count on. */
final class Items implements Decoder {

    @Override
    public Decoded decode(RawRecord record) {
        Envelope event = Envelope.read(record);
        if (event.type().equals("DELETE")) {
            return new Ignored(Cause.DELETED_ITEM);
        }
        Optional<Fields> item = event.newTop();
        if (item.isEmpty()) {
            return Types.withoutNew(event);
        }
        return Events.of(
                new ItemSeen(
                        event.library(), Envelope.id(item, record), item.get().id("instanceId")));
    }
}
