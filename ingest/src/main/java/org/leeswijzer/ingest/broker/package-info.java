/**
 * A broker of our own, for the demo and for tests: a real Kafka in a process of its own, out of our own class path.
 *
 * <p>Read {@link org.leeswijzer.ingest.broker.EmbeddedBroker}, then {@code BrokerFolder}, which says what it is told, and
 * {@link org.leeswijzer.ingest.broker.BrokerMain}, which runs in the other process.
 *
 * <p>Rules: it listens on the loopback address alone, and it dies with the process that started it, however that ends.
 */
@NullMarked
package org.leeswijzer.ingest.broker;

import org.jspecify.annotations.NullMarked;
