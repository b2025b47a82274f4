package org.leeswijzer.ingest;

import org.leeswijzer.engine.loan.LogPartition;

/**
 * A partition that is read again.
 *
 * @param from the offset that is read next
 * @param before the offset that would have been
 */
public record Rewound(LogPartition partition, long from, long before) {}
