package org.leeswijzer.ingest.jsonl;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.FeedbackGiven;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.decode.RawRecord;
import org.leeswijzer.ingest.decode.SaidAt;

/** Reads what {@link FeedbackLine} writes. */
public final class FeedbackDecoder implements Decoder {
    private final SaidAt moments;

    /** @param clock by which nothing was said later than now */
    public FeedbackDecoder(Clock clock) {
        moments = new SaidAt(clock);
    }

    @Override
    public Decoded decode(RawRecord record) {
        Fields line = Json.read(record.value());
        Optional<Opinion> opinion = opinion(line);
        Optional<ReaderKey> reader = Keys.reader(line, "readerKey");
        RecordId title = record(line.object("title"));
        RecordId seed = line.optionalObject("seed").map(FeedbackDecoder::record).orElse(null);
        Library library = line.has("library") ? line.library("library") : null;
        Instant saidAt = moments.of(line, "saidAt", record.publishedAt());
        if (opinion.isEmpty() || reader.isEmpty()) {
            return new Decoded.Ignored(Cause.ONLY_COUNTED);
        }
        return Decoded.Events.of(
                new FeedbackGiven(
                        new Feedback(reader.get(), opinion.get(), title, seed, library, saidAt)));
    }

    private static Optional<Opinion> opinion(Fields line) {
        String kind = line.text(FeedbackLine.KIND);
        if (kind.equals(FeedbackLine.CLICK)) {
            return Optional.empty();
        }
        return Optional.of(
                Opinion.of(kind)
                        .orElseThrow(
                                () ->
                                        line.bad(
                                                FeedbackLine.KIND,
                                                "is not known: give click, good, notForMe or alreadyRead")));
    }

    private static RecordId record(Fields record) {
        return new RecordId(record.library("library"), record.id("id"));
    }
}
