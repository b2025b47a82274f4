/**
 * The neutral JSON Lines format, for every source that has no decoder of its own, and what we publish ourselves.
 *
 * <p>A loan, its correction, a loan to forget, a patron to erase, now or for good, and one who opts out, or in again:
 *
 * <pre>{@code
 * {"library":"zwolle","loanId":"1","patron":"4711","title":"b123","loanedAt":"2025-03-01T10:00:00Z"}
 * {"library":"zwolle","loanId":"1","forgotten":true}
 * {"library":"zwolle","patron":"4711","erased":true,"saidAt":"2025-03-01T10:00:00Z"}
 * {"library":"zwolle","patron":"4711","erased":true,"forGood":true}
 * {"library":"zwolle","patron":"4711","optOut":true}
 * {"library":"zwolle","patron":"4711","consent":true}
 * }</pre>
 *
 * <p>and a title, whose optional fields may be absent, and its end:
 *
 * <pre>{@code
 * {"library":"zwolle","id":"b123","title":"Max Havelaar","authors":["Multatuli"],"isbns":["9789028424265"],
 *  "subjects":["Colonialism"],"series":[],"language":"dut","mediaType":"book","audience":"adult","year":1860,
 *  "hrid":"in1","workId":"w1","suppressed":false,"items":["i1","i2"]}
 * {"library":"zwolle","id":"b123","deleted":true}
 * }</pre>
 *
 * <p>and which title a copy is of, where its title's line does not say so, whether it can be taken home now, where the library
 * tells that, and its end:
 *
 * <pre>{@code
 * {"library":"zwolle","item":"i3","title":"b123","available":true}
 * {"library":"zwolle","item":"i3","deleted":true}
 * }</pre>
 *
 * <p>and what staff decided on works, {@code merge}, {@code split} or {@code undo}, the last with the id of the decision that
 * it undoes:
 *
 * <pre>{@code
 * {"workDecision":"merge","id":"d1","records":[{"library":"zwolle","id":"b123"},{"library":"zwolle","id":"b7"}],
 *  "by":"anna","at":"2026-03-01T10:00:00Z","reason":"One novel under two titles"}
 * }</pre>
 *
 * <p>and, in a topic of its own, what a reader said of a suggestion, {@code click}, {@code good}, {@code notForMe} or {@code
 * alreadyRead}; without a {@code readerKey}, which is a pseudonym too, and for a click it is only counted where it was said:
 *
 * <pre>{@code
 * {"feedback":"notForMe","readerKey":"6f0c...","library":"zwolle","title":{"library":"zwolle","id":"b123"},
 *  "seed":{"library":"zwolle","id":"b7"},"basis":"loans","saidAt":"2026-03-01T10:00:00Z"}
 * }</pre>
 *
 * <p>Read {@link org.leeswijzer.ingest.jsonl.JsonlDecoder}, then {@link org.leeswijzer.ingest.jsonl.JsonlWriter}, which
 * writes {@code patronKey} and {@code loanKey}, 32 hexadecimal digits each, where a source has {@code patron} and {@code
 * loanId}: no patron number enters our own topics. {@code rotation} says how often the library's secret had been rotated that the
 * keys are under, and is absent for never. What one writes the other reads as the same event, also when the secret was rotated since.
 */
@NullMarked
package org.leeswijzer.ingest.jsonl;

import org.jspecify.annotations.NullMarked;
