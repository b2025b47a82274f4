package org.leeswijzer.ingest.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Pseudonyms;

/** Lines that were published before a secret was rotated mean after it what they meant. */
class RotationTest {
    private static final String LOAN =
            "{\"library\":\"zwolle\",\"loanId\":\"1\",\"patron\":\"p\",\"title\":\"t\",\"loanedAt\":\"2026-02-01\"}";
    private static final String WITHOUT_ID =
            "{\"library\":\"zwolle\",\"patron\":\"p\",\"title\":\"t\",\"loanedAt\":\"2026-02-01\"}";
    private static final String FORGOTTEN =
            "{\"library\":\"zwolle\",\"loanId\":\"1\",\"forgotten\":true}";
    private static final String ERASED =
            "{\"library\":\"zwolle\",\"patron\":\"p\",\"erased\":true,\"saidAt\":\"2026-02-01T10:00:00Z\"}";

    private final JsonlDecoder before = decoder(new byte[32]);
    private final JsonlDecoder after = decoder(new byte[32], new byte[40]);
    private final JsonlDecoder later = decoder(new byte[32], new byte[40], new byte[50]);

    private static JsonlDecoder decoder(byte[]... secrets) {
        return new JsonlDecoder(Pseudonyms.ofOneFile(new Of(secrets)), CLOCK, null);
    }

    private record Of(List<byte[]> secrets) implements Pseudonymisers {
        Of(byte[]... secrets) {
            this(List.of(secrets));
        }

        @Override
        public Pseudonymiser pseudonymiser(Library library) {
            return new Pseudonymiser(secrets.toArray(byte[][]::new));
        }

        @Override
        public int rotation(Library library) {
            return secrets.size() - 1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOAN, WITHOUT_ID, FORGOTTEN, ERASED})
    void aLineIsTheSameEventUnderWhateverSecretItWasPublished(String line) {
        List<LibraryEvent> first = read(before, line);
        List<LibraryEvent> now = read(later, line);
        assertThat(now).isNotEqualTo(first);
        String publishedFirst = text(JsonlWriter.write(first, 0));
        assertThat(publishedFirst).doesNotContain("rotation");
        assertThat(read(later, publishedFirst)).isEqualTo(now);
        String publishedAfter = text(JsonlWriter.write(read(after, line), 1));
        assertThat(publishedAfter).contains("\"rotation\":1");
        assertThat(read(later, publishedAfter)).isEqualTo(now);
        assertThat(read(later, text(JsonlWriter.write(now, 2)))).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOAN, FORGOTTEN, ERASED})
    void aLineOfASecretThatIsNotHereIsRefusedWithTheRemedy(String line) {
        String published = text(JsonlWriter.write(read(later, line), 2));
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(after, published))
                .withMessage(
                        "rotation is of a secret that is not here: copy zwolle.2.secret from the machine where it was rotated, and start again");
    }

    @Test
    void aLoanWithoutAnIdIsKnownByThePseudonymOfBefore() {
        String keyed =
                "{\"library\":\"zwolle\",\"patronKey\":\"%s\",\"title\":\"t\",\"loanedAt\":\"2026-02-01\"%s}";
        String key = Keys.hex(new Pseudonymiser(new byte[32]).patron("p"));
        assertThat(read(later, keyed.formatted(key, ""))).isEqualTo(read(later, WITHOUT_ID));
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(later, keyed.formatted(key, ",\"rotation\":1")))
                .withMessageStartingWith("loanKey is missing");
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(later, keyed.formatted(key, ",\"rotation\":-1")))
                .withMessageStartingWith("rotation is below 0");
    }

    @Test
    void whoReadsPseudonymsOfOthersMakesNoSecret() {
        var secrets = TestRecords.secrets();
        JsonlDecoder reading = new JsonlDecoder(secrets, CLOCK);
        List<LibraryEvent> first = read(before, LOAN);
        assertThat(read(reading, text(JsonlWriter.write(first)))).isEqualTo(first);
        assertThat(secrets.has(ZWOLLE)).isFalse();
    }

    private static List<LibraryEvent> read(JsonlDecoder decoder, String line) {
        return decoder.decode(bytes(line)).events();
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
