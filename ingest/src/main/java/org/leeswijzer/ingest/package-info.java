/**
 * Bytes in, domain events out: the consumer of the event log, and which decoder reads which of its topics.
 *
 * <p>Read {@link org.leeswijzer.ingest.Decoders} for what comes in, then {@link org.leeswijzer.ingest.LoanConsumer}, which
 * reads it. {@code Session} is one connection to the broker; whatever fails ends the session, and the next
 * begins where {@code Beginnings} says. {@code Rewind} has it read again, {@link org.leeswijzer.ingest.ConsumerStatus} is what
 * health and metrics are made of, {@link org.leeswijzer.ingest.DeadLetters} where records go that cannot be read.
 *
 * <p>Outcomes: what repeats counts once, of several words on a loan the last one holds. A topic made anew, known by its id, or
 * one that went back is read from its beginning; of one that got more partitions they are read from theirs. What the broker
 * deleted before it was read is lost, and told once. A replay or a backfill ends in the same store; patrons' words hold against
 * all of it.
 *
 * <p>Rules: the store alone knows how far we have read, nothing is committed to Kafka. No value of a record, no key and no
 * header reaches a log, a dead letter or a status: a reason names the field and the remedy.
 */
@NullMarked
package org.leeswijzer.ingest;

import org.jspecify.annotations.NullMarked;
