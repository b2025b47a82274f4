package org.leeswijzer.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;

/** What one poll brought, as it is decoded record by record. */
final class PolledBatch {
    private static final long NONE = -1;

    private final List<LibraryEvent> events = new ArrayList<>();
    private final Map<Cause, Long> ignored = new EnumMap<>(Cause.class);
    private long records;
    private long deadLetters;
    private long isbnsLeftOut;
    private long newestMillis = NONE;

    /** Notes when a record came into the log. */
    void at(long epochMillis) {
        newestMillis = Math.max(newestMillis, epochMillis);
    }

    void add(Decoded decoded) {
        records++;
        if (decoded instanceof Decoded.Events some) {
            events.addAll(some.events());
            isbnsLeftOut += some.isbnsLeftOut();
        } else if (decoded instanceof Decoded.Ignored nothing) {
            ignored.merge(nothing.cause(), 1L, Long::sum);
        }
    }

    void addDeadLetter() {
        records++;
        deadLetters++;
    }

    List<LibraryEvent> events() {
        return events;
    }

    /** When its newest record came into the log; null if none says. */
    @Nullable Instant newest() {
        return newestMillis == NONE ? null : Instant.ofEpochMilli(newestMillis);
    }

    Map<Cause, Long> ignored() {
        return ignored;
    }

    long records() {
        return records;
    }

    long deadLetters() {
        return deadLetters;
    }

    long isbnsLeftOut() {
        return isbnsLeftOut;
    }
}
