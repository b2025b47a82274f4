package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDecision.Kind;

/**
 * A decision of staff. Strings carry their length; what is not undone is told by an empty string.
 *
 * <pre>
 *  0
 *  +--------- - -+      +---+------+-------------+---------+----+--------+--------+-----------+------- - -
 *  | id, UTF-8   |  ->  | 1 | kind | seconds   8 | nanos 4 | by | reason | undoes | records 4 | library, id
 *  +--------- - -+      +---+------+-------------+---------+----+--------+--------+-----------+------- - -
 * </pre>
 */
final class DecisionLayout {
    private static final int VERSION = 1;

    /** A kind is written as its place here. */
    private static final List<Kind> KINDS = List.of(Kind.MERGE, Kind.SPLIT, Kind.UNDO);

    private DecisionLayout() {}

    static byte[] key(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] value(WorkDecision decision) {
        Instant at = decision.at();
        Bytes bytes =
                Bytes.of(256)
                        .u8(VERSION)
                        .u8(KINDS.indexOf(decision.kind()))
                        .i64(at.getEpochSecond())
                        .i32(at.getNano())
                        .string(decision.by())
                        .string(decision.reason())
                        .string(decision.undoes() == null ? "" : decision.undoes())
                        .i32(decision.records().size());
        for (RecordId record : decision.records()) {
            bytes.string(record.library().code()).string(record.id());
        }
        return bytes.done();
    }

    static WorkDecision decision(byte[] key, byte[] value) {
        ByteBuffer from = ByteBuffer.wrap(value);
        if (from.get() != VERSION) {
            throw new IllegalStateException(
                    "a decision has layout %d, not %d".formatted(value[0], VERSION));
        }
        Kind kind = KINDS.get(from.get());
        Instant at = Instant.ofEpochSecond(from.getLong(), from.getInt());
        String by = Bytes.string(from);
        String reason = Bytes.string(from);
        String undoes = Bytes.string(from);
        List<RecordId> records = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            records.add(new RecordId(new Library(Bytes.string(from)), Bytes.string(from)));
        }
        return new WorkDecision(
                new String(key, StandardCharsets.UTF_8),
                kind,
                records,
                by,
                at,
                reason,
                undoes.isEmpty() ? null : undoes);
    }
}
