/**
 * Files as rows, whatever they are packed in and however their cells are parted.
 *
 * <p>Read {@link org.leeswijzer.ingest.file.SourceFile} (bytes), {@link org.leeswijzer.ingest.file.Lines} (cut into lines),
 * {@link org.leeswijzer.ingest.file.CsvReader} (cut into rows of cells) and {@link org.leeswijzer.ingest.file.Pairs} (what
 * people write to say which column is which).
 *
 * <p>Rules: a row that cannot be read costs that row and not those after it; none is held longer than it is looked at.
 */
@NullMarked
package org.leeswijzer.ingest.file;

import org.jspecify.annotations.NullMarked;
