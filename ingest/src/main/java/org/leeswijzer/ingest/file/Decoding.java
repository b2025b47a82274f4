package org.leeswijzer.ingest.file;

/** How the bytes of a line become text. */
@FunctionalInterface
public interface Decoding {

    /**
     * Makes text of a line.
     *
     * @throws org.leeswijzer.ingest.decode.BadRecord if it is none
     */
    String text(byte[] line);
}
