package org.leeswijzer.ingest.decode;

/** Reads the records of one format. For one thread. */
@FunctionalInterface
public interface Decoder {
    /** No loan or title comes near; a longer record is refused before it is looked at. */
    int MAX_BYTES = 1 << 20;

    /**
     * Says what the record means.
     *
     * @param record with a value
     * @throws BadRecord if it cannot be read
     */
    Decoded decode(RawRecord record);
}
