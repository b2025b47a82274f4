package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final URI SERVER = URI.create("http://127.0.0.1:4711/");

    @Test
    void asksForTheShelfOfATitlePageMostAndForEveryKind() {
        List<Asked> asked = asked(List.of("a", "b"), 1);
        assertThat(share(asked, Kind.TITLE)).isCloseTo(0.5, within(0.03));
        for (Kind kind : Kind.values()) {
            assertThat(share(asked, kind)).as(kind.text()).isGreaterThan(0.08);
        }
    }

    @Test
    void asksForTheFirstTitlesMost() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "id" + i).toList();
        List<Asked> looked =
                asked(ids, 1).stream().filter(asked -> asked.kind() == Kind.LOOK_UP).toList();
        long ofFirstTenth =
                looked.stream()
                        .filter(asked -> asked.request().uri().getPath().matches(".*/id\\d"))
                        .count();
        assertThat((double) ofFirstTenth / looked.size()).isCloseTo(0.316, within(0.05));
    }

    @Test
    void anIdMayHoldAnyCharacter() {
        assertThat(asked(List.of("b 12/3?\"x\"&ë"), 1))
                .filteredOn(asked -> asked.kind() == Kind.TITLE)
                .allSatisfy(
                        asked ->
                                assertThat(asked.request().uri())
                                        .hasToString(
                                                "http://127.0.0.1:4711/v1/titles/"
                                                        + "b%2012%2F3%3F%22x%22%26%C3%AB/suggestions"));
    }

    @Test
    void equalSeedsAskForTheSame() {
        List<String> ids = List.of("a", "b", "c");
        assertThat(uris(asked(ids, 1))).isEqualTo(uris(asked(ids, 1)));
        assertThat(uris(asked(ids, 1))).isNotEqualTo(uris(asked(ids, 2)));
    }

    private static List<Asked> asked(List<String> ids, long seed) {
        return Stream.generate(new Mix(SERVER, ids, seed)).limit(5_000).toList();
    }

    private static List<URI> uris(List<Asked> asked) {
        return asked.stream().map(each -> each.request().uri()).toList();
    }

    private static double share(List<Asked> asked, Kind kind) {
        return (double) asked.stream().filter(each -> each.kind() == kind).count() / asked.size();
    }
}
