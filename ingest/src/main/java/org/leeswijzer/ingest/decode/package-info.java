/**
 * What every format shares: a record in, events or the cause of their absence out, or {@link
 * org.leeswijzer.ingest.decode.BadRecord}; nothing else, whatever the bytes are.
 *
 * <p>Read {@link org.leeswijzer.ingest.decode.Decoder}, {@link org.leeswijzer.ingest.decode.RawRecord} and {@link
 * org.leeswijzer.ingest.decode.Decoded} first, then {@link org.leeswijzer.ingest.decode.Fields}, through which a format
 * reads JSON.
 *
 * <p>Rule: what is wrong with a record is told by field and remedy, never by value. A column that was mapped to the wrong
 * field may hold patron numbers, so no field is above suspicion.
 */
@NullMarked
package org.leeswijzer.ingest.decode;

import org.jspecify.annotations.NullMarked;
