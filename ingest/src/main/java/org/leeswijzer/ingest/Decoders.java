package org.leeswijzer.ingest;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.RawRecord;
import org.leeswijzer.ingest.folio.FolioTopics;
import org.leeswijzer.ingest.jsonl.FeedbackDecoder;
import org.leeswijzer.ingest.jsonl.JsonlDecoder;

/** Which topics are read, and by which decoder. For one thread. */
public final class Decoders {
    private static final Set<String> OURS = Set.of(Topics.LOANS, Topics.TITLES);

    private final Decoder jsonl;
    private final Decoder feedback;
    private final FolioTopics folio;

    /** The decoders of our own topics and of FOLIO's, whose names start with {@code folioEnv}. */
    public Decoders(String folioEnv, Secrets secrets, Clock clock) {
        jsonl = new JsonlDecoder(secrets, clock);
        feedback = new FeedbackDecoder(clock);
        folio = new FolioTopics(folioEnv, secrets, clock);
    }

    /** Whether the topic is one of those that are read. */
    public boolean reads(String topic) {
        return of(topic).isPresent();
    }

    /**
     * Says what a record of a topic that is read means.
     *
     * @throws BadRecord if it cannot be read
     * @throws IllegalArgumentException if its topic is none of those
     */
    public Decoded decode(RawRecord record) {
        Decoder decoder =
                of(record.topic())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "topic is '%s': give one of those that are read"
                                                        .formatted(record.topic())));
        return record.isTombstone()
                ? new Decoded.Ignored(Cause.TOMBSTONE)
                : decode(record, decoder);
    }

    /*
     * What no decoder looked at and the engine cannot have is a bad record all the same: none may stop the log. Its value may be
     * of a patron, and is not told.
     */
    static Decoded decode(RawRecord record, Decoder decoder) {
        try {
            return decoder.decode(record);
        } catch (IllegalArgumentException e) {
            throw new BadRecord(
                    "value", "has something that cannot be: hold it against the format");
        }
    }

    private Optional<Decoder> of(String topic) {
        if (topic.equals(Topics.FEEDBACK)) {
            return Optional.of(feedback);
        }
        return OURS.contains(topic) ? Optional.of(jsonl) : folio.decoder(topic);
    }
}
