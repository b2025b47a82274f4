package org.leeswijzer.ingest.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.PATRON;
import static org.leeswijzer.ingest.TestRecords.bytes;

import org.junit.jupiter.api.Test;

class ShapesTest {

    @Test
    void showsNamesAndShapesOfFieldsAndNothingThatTheySay() {
        String record =
                """
                {"type":"CREATED","tenant":null,"timestamp":1735689600000,
                 "data":{"new":{"userId":"ab579dc3-219b-4f5b-8068-ab1c7a55c402","itemid":"Zoë 7","isDcb":false,
                 "notes":[],"proxy":{},"list":[1,2,3,4,5],"long":"%s"}},"%s":{"name":"%s"}}
                """
                        .formatted("x".repeat(41), PATRON, PATRON);
        assertThat(Shapes.of(bytes(record)))
                .containsExactly(
                        "type text of 7 AAAAAAA",
                        "tenant null",
                        "timestamp number 9999999999999",
                        "data.new.userId text of 36 aa999aa9-999a-9a9a-9999-aa9a9a99a999",
                        "data.new.itemid text of 5 Aaa.9",
                        "data.new.isDcb true or false",
                        "data.new.notes empty array",
                        "data.new.proxy empty object",
                        "data.new.list[0] number 9",
                        "data.new.list[1] number 9",
                        "data.new.list[2] number 9",
                        "data.new.list[...] 2 more",
                        "data.new.long text of 41",
                        "<A-9999-9999-9999>.name text of 16 A-9999-9999-9999");
    }

    @Test
    void saysWhyThereAreNoFields() {
        assertThat(Shapes.of(bytes("{\"patron\":\"" + PATRON)))
                .singleElement()
                .asString()
                .startsWith("27 bytes, value is not JSON")
                .doesNotContain(PATRON);
        assertThat(Shapes.of(bytes("[1]"))).singleElement().asString().startsWith("3 bytes, value");
    }
}
