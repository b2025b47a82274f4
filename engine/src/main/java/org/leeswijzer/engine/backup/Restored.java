package org.leeswijzer.engine.backup;

import java.time.Instant;

/**
 * That a store came out of a backup, and may hold patrons who were erased since: nothing of it may be served.
 *
 * @param made when the backup was, to the millisecond
 * @param hasGaps whether the event log no longer has all that came since, so that nobody can tell who was erased
 */
public record Restored(Instant made, boolean hasGaps) {}
