/**
 * Catalogues as MARC 21 (ISO 2709) and MARCXML, decoded by marc4j.
 *
 * <p>Read {@link org.leeswijzer.ingest.marc.MarcTitles} first. {@code Chunks} cut the file into records, so that a record
 * that cannot be read costs that record alone; {@code Marc21} or {@code MarcXml} makes marc4j's record of one; and {@code
 * MarcTitle} reads a title out of it, with {@code Fixed} for what the control fields say by position, and {@code
 * Punctuation} for what cataloguers put behind their texts.
 *
 * <p>Rules: a bad record is told by number, field and remedy. No document type is read and no entity resolved, so XML
 * cannot make us read another file or fill our memory.
 */
@NullMarked
package org.leeswijzer.ingest.marc;

import org.jspecify.annotations.NullMarked;
