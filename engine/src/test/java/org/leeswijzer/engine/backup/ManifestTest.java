package org.leeswijzer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.Fingerprint;

class ManifestTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Property
    void isReadAsItWasWritten(
            @ForAll @Size(max = 5)
                    Map<@AlphaChars @StringLength(min = 1, max = 9) String, Byte> drawn,
            @ForAll @IntRange(min = 1) int schema) {
        TreeMap<String, String> files = new TreeMap<>();
        drawn.forEach((name, hash) -> files.put(name, "%02x".formatted(hash).repeat(32)));
        Manifest manifest =
                new Manifest(
                        Instant.ofEpochMilli(schema * 1_000L),
                        schema,
                        new Fingerprint(HASH, HASH),
                        files);
        assertThat(Manifest.parse(manifest.lines())).isEqualTo(manifest);
    }

    @Test
    void refusesALineThatIsMissingOrOneTooMany() {
        List<String> lines = manifest().lines();
        for (int line = 0; line < lines.size(); line++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(line);
            assertThatIllegalArgumentException().isThrownBy(() -> Manifest.parse(fewer));
            List<String> more = new ArrayList<>(lines);
            more.add(line, lines.get(line));
            assertThatIllegalArgumentException().isThrownBy(() -> Manifest.parse(more));
        }
    }

    @Test
    void refusesANameThatLeadsOutOfTheFolder() {
        List<String> lines = new ArrayList<>(manifest().lines());
        lines.set(lines.size() - 2, HASH + "  ../CURRENT");
        assertThatIllegalArgumentException().isThrownBy(() -> Manifest.parse(lines));
    }

    @Test
    void refusesANewerFormat() {
        List<String> lines = new ArrayList<>(manifest().lines());
        lines.set(0, "# leeswijzer backup 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.parse(lines))
                .withMessageContaining("use a newer one");
    }

    private static Manifest manifest() {
        return new Manifest(
                Instant.parse("2026-03-01T10:00:00Z"),
                2,
                new Fingerprint(HASH, HASH),
                new TreeMap<>(Map.of("000012.sst", HASH, "CURRENT", HASH)));
    }
}
