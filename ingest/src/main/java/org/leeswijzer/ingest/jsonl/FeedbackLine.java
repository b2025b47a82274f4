package org.leeswijzer.ingest.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.Json;

/**
 * What a reader said of a suggestion, or that they looked at it, as the event log has it.
 *
 * @param opinion empty for a click
 * @param reader whose it is; null if they gave no id
 * @param title that was suggested
 * @param seed that it was suggested for; null if for none
 * @param library whose suggestions they were; null for those of any
 * @param basis what spoke for it, as answers name it
 */
public record FeedbackLine(
        Optional<Opinion> opinion,
        @Nullable ReaderKey reader,
        RecordId title,
        @Nullable RecordId seed,
        @Nullable Library library,
        String basis,
        Instant saidAt) {
    /** The field that only such lines have. */
    static final String KIND = "feedback";

    /** Its value where a reader looked at a suggestion. */
    public static final String CLICK = "click";

    /** As the log has it, without a line's end. */
    public byte[] bytes() {
        ObjectNode line = Json.object();
        line.put(KIND, opinion.map(Opinion::text).orElse(CLICK));
        if (reader != null) {
            line.put("readerKey", Keys.hex(reader));
        }
        if (library != null) {
            line.put("library", library.code());
        }
        put(line, "title", title);
        if (seed != null) {
            put(line, "seed", seed);
        }
        line.put("basis", basis).put("saidAt", saidAt.toString());
        return Json.bytes(line);
    }

    private static void put(ObjectNode line, String field, RecordId record) {
        line.putObject(field).put("library", record.library().code()).put("id", record.id());
    }
}
