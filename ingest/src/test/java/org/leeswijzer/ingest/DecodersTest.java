package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.bytes;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Ignored;
import org.leeswijzer.ingest.decode.RawRecord;

class DecodersTest {
    private static final List<String> TOPICS =
            List.of(
                    Topics.LOANS,
                    Topics.TITLES,
                    Topics.FEEDBACK,
                    "folio.diku.circulation.loan",
                    "folio.ALL.circulation.loan",
                    "folio.diku.inventory.item",
                    "folio.diku.inventory.instance",
                    "folio.diku.users.users");

    private static final List<String> GOOD =
            List.of(
                    "{\"library\":\"zwolle\",\"loanId\":\"1\",\"patron\":\"%s\",\"title\":\"b1\",\"loanedAt\":\"2025-03-01T10:00:00+0100\"}"
                            .formatted(PATRON),
                    "{\"library\":\"zwolle\",\"patron\":\"%s\",\"erased\":true}".formatted(PATRON),
                    "{\"library\":\"zwolle\",\"patron\":\"%s\",\"consent\":true}".formatted(PATRON),
                    "{\"feedback\":\"notForMe\",\"readerKey\":\"0123456789abcdef0123456789abcdef\",\"library\":\"zwolle\",\"title\":{\"library\":\"zwolle\",\"id\":\"b1\"},\"basis\":\"loans\",\"saidAt\":\"2025-03-01T10:00:00Z\"}",
                    "{\"library\":\"zwolle\",\"id\":\"b1\",\"title\":\"T\",\"authors\":[\"A\"],\"isbns\":[\"9789028424265\"],\"year\":1860,\"items\":[\"i\"]}",
                    "{\"type\":\"UPDATED\",\"tenant\":\"diku\",\"data\":{\"old\":{\"id\":\"1\"},\"new\":{\"id\":\"1\",\"userId\":\"%s\",\"itemId\":\"i\",\"loanDate\":\"2017-01-05T12:42:21Z\",\"isDcb\":false}}}"
                            .formatted(PATRON),
                    "{\"type\":\"CREATE\",\"tenant\":\"diku\",\"new\":{\"id\":\"1\",\"instanceId\":\"i\",\"title\":\"t\",\"contributors\":[{\"name\":\"n\",\"primary\":true}],\"identifiers\":[{\"identifierTypeId\":\"8261054f-be78-422d-bd51-4ed9f33c3422\",\"value\":\"9789028424265\"}],\"series\":[{\"value\":\"s\"}],\"languages\":[\"dut\"],\"dates\":{\"date1\":\"1999\"}}}",
                    "{\"type\":\"DELETED\",\"data\":{}}");

    private static final Decoders DECODERS = new Decoders("folio", TestRecords.secrets(), CLOCK);

    @Property(tries = 3000)
    void anyBytesAreAnEventOrIgnoredOrBad(
            @ForAll("topics") String topic, @ForAll byte[] key, @ForAll byte[] value) {
        check(topic, key, value);
    }

    @Property(tries = 20_000)
    void aMutatedRecordIsAnEventOrIgnoredOrBad(
            @ForAll("topics") String topic, @ForAll("mutated") byte[] value) {
        check(topic, bytes("key"), value);
    }

    @Test
    void ignoresTombstonesOfEveryTopic() {
        for (String topic : TOPICS) {
            assertThat(DECODERS.decode(new RawRecord(topic, bytes("k"), null, null)))
                    .isEqualTo(new Ignored(Cause.TOMBSTONE));
        }
    }

    @Test
    void readsItsTopicsAndNoOthers() {
        assertThat(TOPICS).allMatch(DECODERS::reads);
        assertThat(List.of(Topics.DEAD_LETTERS, "leeswijzer.other", "__consumer_offsets"))
                .noneMatch(DECODERS::reads);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DECODERS.decode(new RawRecord("other", null, bytes("{}"), null)));
    }

    private static void check(String topic, byte[] key, byte[] value) {
        try {
            Decoded decoded = DECODERS.decode(new RawRecord(topic, key, value, null));
            assertThat(decoded).isNotNull();
        } catch (BadRecord e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("4711");
        }
    }

    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.of(TOPICS);
    }

    /* Bytes changed, cut out or doubled, or one JSON token put for another: near misses, where decoders break. */
    @Provide
    Arbitrary<byte[]> mutated() {
        Arbitrary<String> tokens =
                Arbitraries.of(
                        "null",
                        "[]",
                        "{}",
                        "1e999",
                        "-1",
                        "true",
                        "\"\"",
                        "\"\\u0000\"",
                        "[[[",
                        "\"" + "9".repeat(300) + "\"",
                        "9".repeat(300),
                        "\"\\ud800\"");
        return Arbitraries.randoms()
                .flatMap(
                        random ->
                                tokens.map(
                                        token ->
                                                mutate(
                                                        GOOD.get(random.nextInt(GOOD.size())),
                                                        token,
                                                        random)));
    }

    private static byte[] mutate(String good, String token, Random random) {
        if (random.nextBoolean()) {
            String[] values = good.split("(?<=:)", -1);
            int i = 1 + random.nextInt(values.length - 1);
            values[i] =
                    values[i].replaceFirst(
                            "^(\"[^\"]*\"|true|false|\\d+)", token.replace("\\", "\\\\"));
            return bytes(String.join("", values));
        }
        byte[] bytes = bytes(good);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    @Test
    void whatNoDecoderLookedAtIsABadRecordWhoseValueIsNotTold() {
        RawRecord record = new RawRecord("leeswijzer.loans", null, new byte[1], null);
        assertThatThrownBy(
                        () ->
                                Decoders.decode(
                                        record,
                                        raw -> {
                                            throw new IllegalArgumentException("patron is 12");
                                        }))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining("hold it against the format")
                .hasMessageNotContaining("12");
    }
}
