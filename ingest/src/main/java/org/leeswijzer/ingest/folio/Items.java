package org.leeswijzer.ingest.folio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Events;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.RawRecord;

/**
 * Reads {@code inventory.item}: which title an item is a copy of, which outlives the item, for its loans count on; and whether
 * it can be taken home, which circulation tells inventory at every loan and return.
 */
final class Items implements Decoder {
    /** The one status of FOLIO's item-status.json of a copy that waits on its shelf for anyone. */
    private static final String AVAILABLE = "Available";

    @Override
    public Decoded decode(RawRecord record) {
        Envelope event = Envelope.read(record);
        if (event.type().equals("DELETE")) {
            return Events.of(new ItemGone(event.library(), Envelope.id(event.oldTop(), record)));
        }
        Optional<Fields> item = event.newTop();
        if (item.isEmpty()) {
            return Types.withoutNew(event);
        }
        return Events.of(
                new ItemSeen(
                        event.library(),
                        Envelope.id(item, record),
                        item.get().id("instanceId"),
                        isAvailable(item.get())));
    }

    private static @Nullable Boolean isAvailable(Fields item) {
        return item.optionalObject("status")
                .flatMap(status -> status.optionalText("name"))
                .map(name -> name.equals(AVAILABLE) && !item.flag("discoverySuppress"))
                .orElse(null);
    }
}
