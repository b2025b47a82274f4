/**
 * Bytes in, domain events out: the consumer of the event log, and which decoder reads which of its topics.
 *
 * <p>Read {@link org.leeswijzer.ingest.Decoders} for what comes in, then {@link org.leeswijzer.ingest.LoanConsumer}, which
 * reads it on one thread. {@code Session} is one connection to the broker; whatever fails ends the session, and the next
 * begins where the store says. {@link org.leeswijzer.ingest.ConsumerStatus} is what health and metrics are made of,
 * {@link org.leeswijzer.ingest.DeadLetters} where records go that cannot be read.
 *
 * <p>Rules: the store alone knows how far we have read, nothing is committed to Kafka. No value of a record, no key and no
 * header reaches a log, a dead letter or a status: a reason names the field and the remedy.
 */
@NullMarked
package org.leeswijzer.ingest;

import org.jspecify.annotations.NullMarked;
