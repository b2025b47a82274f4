package org.leeswijzer.ingest.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.FeedbackGiven;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.RawRecord;

class FeedbackLineTest {
    private static final FeedbackDecoder DECODER = new FeedbackDecoder(CLOCK);
    private final Instant now = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    private static final String TITLE = "\"title\":{\"library\":\"zwolle\",\"id\":\"b1\"}";

    @Property
    void whatIsWrittenIsReadAsTheSame(@ForAll("lines") FeedbackLine line) {
        Decoded read = DECODER.decode(record(line.bytes()));
        if (line.reader() == null || line.opinion().isEmpty()) {
            assertThat(read).isEqualTo(new Decoded.Ignored(Cause.ONLY_COUNTED));
        } else {
            Feedback said =
                    new Feedback(
                            line.reader(),
                            line.opinion().get(),
                            line.title(),
                            line.seed(),
                            line.library(),
                            line.saidAt());
            assertThat(read).isEqualTo(Decoded.Events.of(new FeedbackGiven(said)));
        }
    }

    @Provide
    Arbitrary<FeedbackLine> lines() {
        Arbitrary<RecordId> records =
                Combinators.combine(
                                Arbitraries.of("zwolle", "x").map(Library::new),
                                Arbitraries.of("b1", "in 2", "\"\u00eb\\"))
                        .as(RecordId::new);
        return Combinators.combine(
                        Arbitraries.of(Opinion.class).optional(),
                        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                                .as(ReaderKey::new)
                                .injectNull(0.2),
                        records,
                        records.injectNull(0.2),
                        Arbitraries.just(ZWOLLE).injectNull(0.3),
                        Arbitraries.of("loans", "kinship"),
                        Arbitraries.longs().between(0, 1_000_000_000).map(now::minusMillis))
                .as(FeedbackLine::new);
    }

    @Test
    void whatWasSaidInTheFutureWasSaidNow() {
        String line =
                "{\"feedback\":\"good\",\"readerKey\":\"%032x\",%s,\"saidAt\":\"9998-01-01T00:00:00Z\"}"
                        .formatted(1, TITLE);
        Decoded.Events events = (Decoded.Events) DECODER.decode(record(line));
        assertThat(((FeedbackGiven) events.events().get(0)).feedback().saidAt()).isEqualTo(now);
    }

    @Test
    void whatCannotBeReadIsToldByItsFieldAndWithoutItsValue() {
        String key = "\"readerKey\":\"%032x\"".formatted(1);
        refused("{\"feedback\":\"splendid\"," + key + "," + TITLE + "}", "feedback");
        refused("{" + key + "," + TITLE + "}", "feedback");
        refused("{\"feedback\":\"good\"," + key + "}", "title");
        refused("{\"feedback\":\"good\",\"readerKey\":\"4711\"," + TITLE + "}", "readerKey");
        refused(
                "{\"feedback\":\"good\"," + key + ",\"title\":{\"library\":\"zwolle\"}}",
                "title.id");
        refused("nonsense", "value");
    }

    private static void refused(String line, String field) {
        assertThatThrownBy(() -> DECODER.decode(record(line)))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("4711")
                .hasMessageNotContaining("splendid");
    }

    private static RawRecord record(String line) {
        return record(line.getBytes(StandardCharsets.UTF_8));
    }

    private static RawRecord record(byte[] line) {
        return new RawRecord(Topics.FEEDBACK, null, line, null);
    }

    @Test
    void aReadersPseudonymIsToldToNoLog() {
        FeedbackLine line =
                new FeedbackLine(
                        Optional.empty(),
                        new ReaderKey(0x4711, 0x4711),
                        new RecordId(ZWOLLE, "b1"),
                        null,
                        null,
                        "loans",
                        now);
        assertThat(line.toString()).doesNotContain("4711", String.valueOf(0x4711));
    }
}
