package org.leeswijzer.engine.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.privacy.Place;

class PlaceTest {
    @Test
    void everyTableOfTheStoreIsToldOnce() {
        List<String> tables =
                Arrays.stream(Table.values())
                        .map(table -> table.name().toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(Arrays.stream(Place.values()).flatMap(place -> place.tables().stream()))
                .containsExactlyInAnyOrderElementsOf(tables);
    }
}
