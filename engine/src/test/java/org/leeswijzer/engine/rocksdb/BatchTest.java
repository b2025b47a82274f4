package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch against a sorted map that does the same. */
class BatchTest {
    private static final HexFormat HEX = HexFormat.of();

    @TempDir private Path folder;

    @Test
    void showsTheDatabaseAsItWillBe() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        NavigableMap<String, String> model = new TreeMap<>();
        try (Database database = Database.open(Files.createDirectory(folder.resolve("s")), false)) {
            for (int round = 0; round < 40; round++) {
                NavigableMap<String, String> with = new TreeMap<>(model);
                try (Batch batch = database.batch()) {
                    for (int i = 0; i < 30; i++) {
                        change(batch, with, random);
                        byte[] asked = key(random);
                        byte[] value = batch.get(Table.LOANS, asked);
                        assertThat(value == null ? null : HEX.formatHex(value))
                                .isEqualTo(with.get(HEX.formatHex(asked)));
                    }
                    // Not always: a batch that nobody walked over is written by another way.
                    if (random.nextBoolean()) {
                        showsAll(batch, with, random);
                        change(batch, with, random);
                    }
                    if (random.nextBoolean()) {
                        database.write(batch);
                        model = with;
                    }
                }
                assertThat(scan(database, new byte[0], 1_000)).isEqualTo(list(model, ""));
            }
        }
    }

    private static void showsAll(
            Batch batch, NavigableMap<String, String> with, SplittableRandom random) {
        assertThat(scan(batch, new byte[0], 1_000)).isEqualTo(list(with, ""));
        byte[] prefix = {(byte) (124 + random.nextInt(8))};
        assertThat(scan(batch, prefix, 1_000)).isEqualTo(list(with, HEX.formatHex(prefix)));
        List<String> all = list(with, "");
        int some = Math.min(all.size(), 1 + random.nextInt(9));
        assertThat(scan(batch, new byte[0], some)).isEqualTo(all.subList(0, some));
    }

    private static void change(Batch batch, Map<String, String> with, SplittableRandom random) {
        byte[] key = key(random);
        if (random.nextInt(3) == 0) {
            batch.delete(Table.LOANS, key);
            with.remove(HEX.formatHex(key));
        } else {
            // Empty ones too: a key alone is a value that some tables have.
            byte[] value = new byte[random.nextInt(3)];
            batch.put(Table.LOANS, key, value);
            with.put(HEX.formatHex(key), HEX.formatHex(value));
        }
    }

    /* Few and short, on both sides of what a signed byte can be. */
    private static byte[] key(SplittableRandom random) {
        byte[] key = new byte[1 + random.nextInt(2)];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (124 + random.nextInt(8));
        }
        return key;
    }

    private static List<String> scan(Reader reader, byte[] prefix, int most) {
        List<String> seen = new ArrayList<>();
        reader.scan(
                Table.LOANS,
                prefix,
                (key, value) -> {
                    seen.add(HEX.formatHex(key) + "=" + HEX.formatHex(value));
                    return seen.size() < most;
                });
        return seen;
    }

    private static List<String> list(NavigableMap<String, String> model, String prefix) {
        return model.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
