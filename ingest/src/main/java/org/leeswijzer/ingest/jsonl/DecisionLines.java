package org.leeswijzer.ingest.jsonl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDecision.Kind;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;

/** Reads and writes lines of what staff decided on works. */
final class DecisionLines {
    /** The field that only such lines have. */
    static final String KIND = "workDecision";

    private DecisionLines() {}

    static Decoded.Events decode(Fields line) {
        List<RecordId> records =
                line.objects("records").stream()
                        .map(record -> new RecordId(record.library("library"), record.id("id")))
                        .toList();
        String id = line.id("id");
        Kind kind = kind(line);
        String by = line.text("by");
        String reason = line.text("reason");
        String undoes = line.optionalId("undoes").orElse(null);
        Instant at = at(line);
        try {
            return Decoded.Events.of(
                    new WorkDecided(new WorkDecision(id, kind, records, by, at, reason, undoes)));
        } catch (IllegalArgumentException e) {
            throw new BadRecord(KIND, "cannot be made: its " + e.getMessage());
        }
    }

    private static Kind kind(Fields line) {
        return switch (line.text(KIND)) {
            case "merge" -> Kind.MERGE;
            case "split" -> Kind.SPLIT;
            case "undo" -> Kind.UNDO;
            default -> throw line.bad(KIND, "is not known: give merge, split or undo");
        };
    }

    private static Instant at(Fields line) {
        try {
            return Instant.parse(line.text("at"));
        } catch (DateTimeParseException e) {
            throw line.bad("at", "is not a time: give one such as 2026-03-01T10:00:00Z");
        }
    }

    static void write(ObjectNode line, WorkDecision decision) {
        line.put(KIND, decision.kind().name().toLowerCase(Locale.ROOT));
        line.put("id", decision.id());
        ArrayNode records = line.putArray("records");
        for (RecordId record : decision.records()) {
            records.addObject().put("library", record.library().code()).put("id", record.id());
        }
        line.put("by", decision.by());
        line.put("at", decision.at().toString());
        line.put("reason", decision.reason());
        if (decision.undoes() != null) {
            line.put("undoes", decision.undoes());
        }
    }
}
