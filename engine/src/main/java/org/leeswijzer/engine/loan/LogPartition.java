package org.leeswijzer.engine.loan;

/** A partition of the event log. */
public record LogPartition(String topic, int partition) {}
