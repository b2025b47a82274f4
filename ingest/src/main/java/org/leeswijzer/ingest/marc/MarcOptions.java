package org.leeswijzer.ingest.marc;

/**
 * Where a catalogue has its ids.
 *
 * @param id of a title, as its loans call it; Koha's is {@code 999$c}
 * @param items of the title's copies, as loans call them
 */
public record MarcOptions(MarcField id, MarcField items) {
    /** The control number, and Koha's items. */
    public static final MarcOptions DEFAULT =
            new MarcOptions(MarcField.CONTROL_NUMBER, MarcField.KOHA_ITEMS);
}
