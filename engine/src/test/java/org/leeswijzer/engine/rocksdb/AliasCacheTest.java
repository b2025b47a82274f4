package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AliasCacheTest {
    private final AliasCache cache = new AliasCache();

    /** What it says is what it was last told; it may say that it does not know. */
    @Property(tries = 50)
    void neverSaysAnythingButTheLastWord(
            @ForAll @Size(max = 200) List<@IntRange(max = 999) Integer> steps) {
        AliasCache aliases = new AliasCache();
        Map<Integer, Integer> named = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            int id = steps.get(i) % 20;
            if (steps.get(i) < 200) {
                aliases.forget(alias(id));
                named.remove(id);
            } else {
                aliases.put(alias(id), i);
                named.put(id, i);
            }
            for (int each = 0; each < 20; each++) {
                assertThat(aliases.edition(alias(each))).isIn(-1, named.getOrDefault(each, -1));
            }
        }
    }

    @Test
    void remembersAndForgets() {
        assertThat(cache.edition(alias(1))).isNegative();
        cache.put(alias(1), 0);
        assertThat(cache.edition(alias(1))).isZero();
        cache.forget(alias(2));
        assertThat(cache.edition(alias(1))).isZero();
        cache.forget(alias(1));
        assertThat(cache.edition(alias(1))).isNegative();
        cache.put(alias(1), 7);
        cache.clear();
        assertThat(cache.edition(alias(1))).isNegative();
    }

    private static byte[] alias(int id) {
        return ("r" + id).getBytes(StandardCharsets.UTF_8);
    }
}
