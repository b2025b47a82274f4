package org.leeswijzer.ingest.decode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the event log. Not a record in Java's sense, so that it has no {@code toString} with content.
 * The arrays are not copied: whoever makes it leaves them alone.
 */
public final class RawRecord {
    private static final String TENANT = "folio.tenantId";
    private static final long NO_TIME = -1;

    private final String topic;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final @Nullable String tenantHeader;
    private final long timestamp;

    /** A record of no known time, with the value of FOLIO's header {@code folio.tenantId}, null if it has none. */
    public RawRecord(
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable String tenantHeader) {
        this(topic, key, value, tenantHeader, NO_TIME);
    }

    private RawRecord(
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable String tenantHeader,
            long timestamp) {
        this.topic = topic;
        this.key = key;
        this.value = value;
        this.tenantHeader = tenantHeader;
        this.timestamp = timestamp;
    }

    /** A record as Kafka's consumer gives it; of its headers that one alone is looked at. */
    public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        Header tenant = record.headers().lastHeader(TENANT);
        return new RawRecord(
                record.topic(),
                record.key(),
                record.value(),
                tenant == null || tenant.value() == null
                        ? null
                        : new String(tenant.value(), StandardCharsets.UTF_8),
                record.timestamp());
    }

    /** Where it was published. */
    public String topic() {
        return topic;
    }

    /**
     * The value.
     *
     * @throws BadRecord if the record has none, see {@link #isTombstone()}
     */
    public byte[] value() {
        if (value == null) {
            throw new BadRecord("value", "is missing: publish the event as JSON");
        }
        return value;
    }

    /** When it was published; empty if nobody noted that. */
    public Optional<Instant> publishedAt() {
        return timestamp < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(timestamp));
    }

    /** Whether it only says that its key is no longer of use. */
    public boolean isTombstone() {
        return value == null;
    }

    /** The key, empty if there is none. */
    public Optional<byte[]> key() {
        return Optional.ofNullable(key);
    }

    /** Whose event it is, by its header; empty if the header is not there or blank. */
    public Optional<String> tenantHeader() {
        return Optional.ofNullable(tenantHeader).filter(tenant -> !tenant.isBlank());
    }
}
