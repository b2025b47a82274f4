/**
 * How fast loans come in: live from the event log, and in bulk from a file.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.intake.BulkImport} and {@link org.leeswijzer.benchmarks.intake.LiveIngest} (the
 * commands), then {@code MixedLoans} (what is published), {@code RawPoll} (what the consumer of Kafka does when nothing is made of
 * its records) and {@link org.leeswijzer.engine.rocksdb.RawWrites} (what RocksDB does alone).
 */
@NullMarked
package org.leeswijzer.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
