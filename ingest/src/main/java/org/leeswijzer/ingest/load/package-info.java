/**
 * Files in: loans and titles from JSON Lines or CSV, to our own topics or straight to the store.
 *
 * <p>Read {@link org.leeswijzer.ingest.load.Importer} first. A {@link org.leeswijzer.ingest.file.SourceFile} gives bytes,
 * whatever it was packed in; {@code Lines} cuts them into lines; {@code JsonRows} or {@code CsvRows} makes fields of them;
 * the decoder of the neutral format, the very one that reads our topics, makes events; and a {@link
 * org.leeswijzer.ingest.load.Target} takes those: {@link org.leeswijzer.ingest.load.Publisher} to Kafka, {@link
 * org.leeswijzer.ingest.load.StoreTarget} to the store.
 *
 * <p>Rules: a bad line is told by number, field and remedy, and the rest goes on. A patron number is a pseudonym before it
 * leaves this package, and what is told of a line never quotes it.
 */
@NullMarked
package org.leeswijzer.ingest.load;

import org.jspecify.annotations.NullMarked;
