package org.leeswijzer.ingest.decode;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The moment of a patron's word: what it says itself, else when it was published, else now. Never later than now. */
public final class SaidAt {
    private final Clock clock;

    /** Moments that have come, by that clock. */
    public SaidAt(Clock clock) {
        this.clock = clock;
    }

    /**
     * When it was said.
     *
     * @param field where the word may say so, as {@code 2026-03-01T12:00:00Z}
     * @param published when its record was
     * @throws BadRecord if the field is something else
     */
    public Instant of(Fields word, String field, Optional<Instant> published) {
        Instant said =
                word.optionalText(field)
                        .map(text -> instant(word, field, text))
                        .or(() -> published)
                        .orElse(Instant.MAX);
        Instant now = clock.instant();
        return said.isAfter(now) ? now : said;
    }

    private static Instant instant(Fields word, String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw word.bad(field, "is not a moment: write it as 2026-03-01T12:00:00Z");
        }
    }
}
