package org.leeswijzer.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.TestRecords;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.jsonl.JsonlDecoder;
import org.leeswijzer.ingest.jsonl.JsonlWriter;

/** What is read plainly means what it means when it is read with care. */
class PlainLoansTest {
    private static final Secrets SECRETS = TestRecords.rotatedSecrets();

    @Property(tries = 30_000)
    void aLineOfJsonMeansTheSameEitherWay(
            @ForAll("lines") String line, @ForAll boolean hasLibrary) {
        Optional<Library> library = hasLibrary ? Optional.of(ZWOLLE) : Optional.empty();
        JsonlDecoder decoder = new JsonlDecoder(SECRETS, CLOCK, library.orElse(null));
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        String careful = meaning(() -> decoder.decode(Json.read(bytes)));
        assertThat(meaning(() -> decoder.decode(bytes))).isEqualTo(careful);
        // And again, when the library is known.
        assertThat(meaning(() -> decoder.decode(bytes))).isEqualTo(careful);
    }

    @Property(tries = 5_000)
    void aRowOfCsvMeansWhatTheSameLineOfJsonDoes(
            @ForAll("ids") String loan, @ForAll("ids") String patron, @ForAll("days") String day)
            throws Exception {
        String csv = "loanId,patron,title,loanedAt\n%s,%s,21,%s\n".formatted(loan, patron, day);
        String json =
                "{\"title\":\"21\"%s%s%s}"
                        .formatted(
                                field("loanId", loan),
                                field("patron", patron),
                                field("loanedAt", day));
        ImportPlan plan = ImportPlan.of(Kind.LOANS, Optional.of(ZWOLLE));
        FormatsTest.Result ofCsv = FormatsTest.read(plan.in(Format.CSV), bytes(csv));
        FormatsTest.Result ofJson = FormatsTest.read(plan.in(Format.JSONL), bytes(json));
        assertThat(ofCsv.events()).isEqualTo(ofJson.events());
        assertThat(ofCsv.report().bad()).isEqualTo(ofJson.report().bad());
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : ",\"%s\":\"%s\"".formatted(name, value);
    }

    private static String meaning(Supplier<Decoded.Events> decoding) {
        try {
            Decoded.Events events = decoding.get();
            return keys(events) + events.isbnsLeftOut();
        } catch (BadRecord e) {
            return e.getMessage();
        }
    }

    /* toString would withhold the keys. */
    private static String keys(Decoded.Events events) {
        return new String(JsonlWriter.write(events.events()), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> names =
                Arbitraries.of(
                        "library",
                        "loanId",
                        "patron",
                        "item",
                        "title",
                        "loanKey",
                        "patronKey",
                        "loanedAt",
                        "forgotten",
                        "erased",
                        "optOut",
                        "rotation",
                        "note",
                        "id",
                        "loan\\u0049d");
        Arbitrary<String> values =
                Arbitraries.oneOf(
                        days().map(PlainLoansTest::quoted),
                        ids().map(PlainLoansTest::quoted),
                        Arbitraries.of(
                                "\"zwolle\"",
                                "\"No Library\"",
                                "0",
                                "-1",
                                "12",
                                "007",
                                "1.5",
                                "1e3",
                                "9999999999999999999",
                                "null",
                                "true",
                                "false",
                                "[]",
                                "{\"a\":1}",
                                "\"\"",
                                "\" \"",
                                "\"a\\nb\"",
                                "\"a\u0001b\"",
                                "\"\u007f\"",
                                "\"é\"",
                                "\"0123456789abcdef0123456789ABCDEF\"",
                                "\"" + "x".repeat(201) + "\""));
        Arbitrary<String> fields =
                Combinators.combine(names, values)
                        .as((name, value) -> "\"" + name + "\" :" + value);
        Arbitrary<String> usual =
                Arbitraries.of(
                        "\"library\":\"zwolle\"",
                        "\"patron\":\"4711\"",
                        "\"title\":\"b1\"",
                        "\"loanedAt\":\"2025-03-01\"",
                        "\"loanId\":17",
                        "\"rotation\":1",
                        "\"patronKey\":\"0123456789abcdef0123456789ABCDEF\"",
                        "\"item\":\"i1\"");
        Arbitrary<String> ends = Arbitraries.of("}", "} ", "}x", "},", "", "}{}");
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(3, usual), Tuple.of(1, fields))
                                .list()
                                .ofMaxSize(7),
                        Arbitraries.frequency(Tuple.of(6, ","), Tuple.of(1, ", ,")),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just("}")), Tuple.of(1, ends)))
                .as((all, between, end) -> "{" + String.join(between, all) + end);
    }

    @Provide
    Arbitrary<String> days() {
        return Arbitraries.of(
                "2025-03-01",
                "2025-02-29",
                "2024-02-29",
                "0000-01-01",
                "0001-01-01",
                "0000-00-00",
                "2025-03-01T10:00:00Z",
                "2025-03-01 23:59:59",
                "2025-03-01T24:00:00Z",
                "2025-03-01T23:59:60Z",
                "2025-03-01T23:00:00-02:00",
                "2025-03-01T10:00:00z",
                "2025-03-01T10:00:00.123Z",
                "2025-13-01",
                "2025-3-1",
                "20250301",
                "2031-01-01",
                "2026-03-02",
                "2026-03-03",
                "x025-03-01",
                "2025-03-01TT0:00:00Z",
                "+025-03-01",
                "");
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.of("1", "007", "4711", "a b", "", " ", "é", "z".repeat(200));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
