package org.leeswijzer.ingest;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.engine.loan.LogPartition;

/**
 * One place in the event log, written {@code TOPIC-PARTITION=OFFSET}.
 *
 * @param offset at least 0
 */
public record LogPosition(LogPartition partition, long offset) implements Comparable<LogPosition> {
    private static final Pattern WRITTEN =
            Pattern.compile("([a-zA-Z0-9._-]+)-(\\d{1,9})=(\\d{1,18})");

    private static final Comparator<LogPosition> ORDER =
            Comparator.comparing((LogPosition each) -> each.partition().topic())
                    .thenComparing(each -> each.partition().partition())
                    .thenComparing(LogPosition::offset);

    /** @throws IllegalArgumentException if the offset is below 0 */
    public LogPosition {
        if (offset < 0) {
            throw new IllegalArgumentException("offset is %d: give at least 0".formatted(offset));
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static LogPosition parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "position is '%s': give TOPIC-PARTITION=OFFSET, such as %s-0=1200"
                            .formatted(text, Topics.LOANS));
        }
        return new LogPosition(
                new LogPartition(written.group(1), Integer.parseInt(written.group(2))),
                Long.parseLong(written.group(3)));
    }

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s-%d=%d".formatted(partition.topic(), partition.partition(), offset);
    }
}
