package org.leeswijzer.benchmarks.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.ingest.jsonl.Keys;

class SearchTest {
    private static final PatronKey KEY = new PatronKey(0x0123456789abcdefL, -0x6543210fedcba987L);

    @TempDir private Path folder;
    private final Search search =
            new Search(new LongOpenHashSet(new long[] {KEY.high(), KEY.low()}));

    @Test
    void findsAPatronInEveryWayInWhichOneCouldBeWritten() {
        search.requireFinding(
                List.of(
                        "patron reader-000001" + SeededLoans.MARK,
                        Keys.hex(KEY),
                        Keys.hex(KEY).toUpperCase(java.util.Locale.ROOT),
                        Keys.hex(KEY).substring(16),
                        Long.toString(KEY.low()),
                        Long.toUnsignedString(KEY.high())));
    }

    @Property
    void findsNothingElse(@ForAll long other) {
        assertThat(search.find("%016x %d %<x".formatted(other, other))).isEmpty();
    }

    @Test
    void namesTheFileThatTells() throws Exception {
        Files.writeString(folder.resolve("well.log"), "nothing\nhere\n");
        assertThat(search.requireNone(folder)).isEqualTo(2);
        Files.writeString(folder.resolve("ill.log"), "one\ntwo " + Keys.hex(KEY) + "\n");
        assertThatExceptionOfType(BrokenException.class)
                .isThrownBy(() -> search.requireNone(folder))
                .withMessageContaining("ill.log");
    }
}
