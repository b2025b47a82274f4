package org.leeswijzer.engine.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;

/**
 * What a reader said of a suggestion. Of what one says of a title the last word holds.
 *
 * @param title that was suggested
 * @param seed that it was suggested for; null if for none
 * @param library whose suggestions they were; null for those of any
 * @param saidAt cut to milliseconds
 */
public record Feedback(
        ReaderKey reader,
        Opinion opinion,
        RecordId title,
        @Nullable RecordId seed,
        @Nullable Library library,
        Instant saidAt) {
    /** @throws IllegalArgumentException if it was said before the year 1 or after 9999 */
    public Feedback {
        saidAt = saidAt.truncatedTo(ChronoUnit.MILLIS);
        int year = saidAt.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "saidAt is %s: give a moment in the years 1 to 9999".formatted(saidAt));
        }
    }

    /** By whose retention window it leaves: the library asked, or else the one whose record it is of. */
    public Library keeper() {
        return library == null ? title.library() : library;
    }

    /** The day on which it was said, since 1970. */
    public int day() {
        return (int) LocalDate.ofInstant(saidAt, ZoneOffset.UTC).toEpochDay();
    }
}
