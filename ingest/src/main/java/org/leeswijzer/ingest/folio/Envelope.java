package org.leeswijzer.ingest.folio;

import java.util.Optional;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.decode.RawRecord;

/**
 * What FOLIO's events have in common: a type, a tenant, and what their subject was before and is after.
 *
 * @param fields those of the whole value
 */
record Envelope(String topic, Library library, String type, Fields fields) {
    private static final String MANY_TENANTS = "ALL";

    static Envelope read(RawRecord record) {
        Fields fields = Json.read(record.value());
        return new Envelope(record.topic(), library(record, fields), fields.text("type"), fields);
    }

    /** What the loan or user is now: below {@code data}. */
    Optional<Fields> newData() {
        return fields.optionalObject("data").flatMap(data -> data.optionalObject("new"));
    }

    /** What the loan or user was: below {@code data}. */
    Optional<Fields> oldData() {
        return fields.optionalObject("data").flatMap(data -> data.optionalObject("old"));
    }

    /** What the item or instance is now: at the top. */
    Optional<Fields> newTop() {
        return fields.optionalObject("new");
    }

    /** What the item or instance was: at the top. */
    Optional<Fields> oldTop() {
        return fields.optionalObject("old");
    }

    /** The id in the object if it has one, else the record's key. */
    static String id(Optional<Fields> object, RawRecord record) {
        return object.flatMap(o -> o.optionalId("id")).orElseGet(() -> key(record));
    }

    /** The record's key as an id. */
    static String key(RawRecord record) {
        byte[] key =
                record.key()
                        .orElseThrow(
                                () -> new BadRecord("key", "is missing: publish the id as key"));
        return new Fields(Json.object().put("key", Json.text("key", key))).id("key");
    }

    private static Library library(RawRecord record, Fields fields) {
        Optional<String> header = record.tenantHeader();
        if (header.isPresent()) {
            return Fields.library("header folio.tenantId", header.get());
        }
        if (fields.has("tenant")) {
            return fields.library("tenant");
        }
        String tenant = tenantIn(record.topic());
        if (tenant.equals(MANY_TENANTS)) {
            throw new BadRecord(
                    "tenant",
                    "is missing: the topic is of all tenants, so name it in the header or here");
        }
        return Fields.library("tenant in the topic's name", tenant);
    }

    /* The last but two of the parts between dots. */
    private static String tenantIn(String topic) {
        int end = topic.lastIndexOf('.', topic.lastIndexOf('.') - 1);
        return topic.substring(topic.lastIndexOf('.', end - 1) + 1, end);
    }
}
