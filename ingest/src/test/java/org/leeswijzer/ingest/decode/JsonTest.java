package org.leeswijzer.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":",
                "{\"a\":1",
                "{a:1}",
                "{} {}",
                "{}x",
                "{\"a\":tru}",
                "\u0000"
            })
    void refusesWhatIsNotOneWholeObject(String text) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("value is not ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"a\"", "null", "true"})
    void refusesOtherValuesThanObjects(String text) {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(text))
                .withMessage("value is not a JSON object: give one, in braces");
    }

    @Test
    void refusesDeepNestingWithoutExhaustingTheStack() {
        String deep = "{\"a\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}";
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read(deep))
                .withMessageContaining("is not JSON");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'};
        for (byte[] bytes : new byte[][] {latin, overlong}) {
            assertThatExceptionOfType(BadRecord.class)
                    .isThrownBy(() -> Json.read(bytes))
                    .withMessage("value is not UTF-8: write it in that encoding");
        }
    }

    @Test
    void refusesOneByteMoreThanTheMostAndReadsTheMost() {
        byte[] most = new byte[Decoder.MAX_BYTES];
        Arrays.fill(most, (byte) ' ');
        most[0] = '{';
        most[most.length - 1] = '}';
        assertThat(Json.read(most).has("a")).isFalse();
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> Json.read(new byte[Decoder.MAX_BYTES + 1]))
                .withMessage("value has 1048577 bytes: give at most 1048576");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read("{\"id\":\"\\ud800\"}").id("id"))
                .withMessageContaining("id has half a character");
        assertThat(read("{\"id\":\"\\ud83d\\ude00\"}").id("id")).isEqualTo("😀");
    }

    @Test
    void quotesNothingOfWhatItCouldNotRead() {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> read("{\"patron\":secret4711}"))
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    private static Fields read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
