/**
 * What becomes of records that could not be read: their letters are listed, looked at and, once the cause is mended, read
 * again.
 *
 * <p>Read {@link org.leeswijzer.ingest.letter.Letter}, then {@link org.leeswijzer.ingest.letter.Letters}, which says which of
 * them are open, {@link org.leeswijzer.ingest.letter.Shapes}, which shows a record without what it says, and
 * {@link org.leeswijzer.ingest.letter.Redrive}.
 *
 * <p>Rules: a letter only points to a record, which stays where it was published. What a record that is read again means is
 * published to our own topics, by pseudonym, so that every replica hears of it; then its letter is marked as done with. An
 * end in between costs nothing: what is published twice counts once.
 */
@NullMarked
package org.leeswijzer.ingest.letter;

import org.jspecify.annotations.NullMarked;
