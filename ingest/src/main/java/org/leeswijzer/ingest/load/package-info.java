/**
 * Files in: loans and titles of every format, to our own topics or straight to the store.
 *
 * <p>Read {@link org.leeswijzer.ingest.load.Importer} and {@link org.leeswijzer.ingest.load.ImportPlan} first. A {@link
 * org.leeswijzer.ingest.file.SourceFile} gives bytes, whatever it was packed in; {@code FormatFinder} looks at how they
 * begin; {@code FileRows} has the package of that format make events of each row; and a {@link
 * org.leeswijzer.ingest.load.Target} takes those: {@link org.leeswijzer.ingest.load.Publisher} to Kafka, {@link
 * org.leeswijzer.ingest.load.StoreTarget} to the store, {@link org.leeswijzer.ingest.load.DryRun} nowhere.
 *
 * <p>Rules: a bad line is told by number, field and remedy, and the rest goes on. A patron number is a pseudonym before it
 * leaves this package, and what is told of a line never quotes it.
 */
@NullMarked
package org.leeswijzer.ingest.load;

import org.jspecify.annotations.NullMarked;
