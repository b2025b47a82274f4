package org.leeswijzer.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.works.Languages;

/** Rows written by hand, compared. */
class ModelChangesTest {
    private static final Scope LIBRARY = new Scope(1);

    @TempDir private Path folder;
    private LoanStore store;

    @BeforeEach
    void open() {
        store =
                LoanStore.open(
                        folder.resolve("store"),
                        new DirtyTitles(),
                        3,
                        Keeping.DEFAULT,
                        Languages.APART,
                        false);
        //  title   version 1      version 2
        //    0     10 11 12       10 11 12     nothing changed
        //    1     10 11          11 10        the first two changed places: 1/2
        //    2     10 11          10 12        the second is another: 1/4
        //    3     10             -            gone: 1
        //    4     -              10           new: 1
        put(1, 0, 10, 11, 12);
        put(2, 0, 10, 11, 12);
        put(1, 1, 10, 11);
        put(2, 1, 11, 10);
        put(1, 2, 10, 11);
        put(2, 2, 10, 12);
        put(1, 3, 10);
        put(2, 4, 10);
        store.candidate().put(2, LIBRARY, 9, row(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theTitlesThatChangedMostComeFirstWithBothLists() {
        ModelChanges changes = ModelChanges.between(store.models(), 1, 2, Scope.CONSORTIUM, 10);
        assertThat(changes.compared()).isEqualTo(5);
        assertThat(changes.changed()).isEqualTo(4);
        assertThat(changes.meanDistance()).isCloseTo((0.5 + 0.25 + 1 + 1) / 5, within(1e-12));
        assertThat(changes.most())
                .containsExactly(
                        new TitleChange(3, 1, row(10), Row.EMPTY),
                        new TitleChange(4, 1, Row.EMPTY, row(10)),
                        new TitleChange(1, 0.5, row(10, 11), row(11, 10)),
                        new TitleChange(2, 0.25, row(10, 11), row(10, 12)));
    }

    @Test
    void noMoreAreToldThanWanted() {
        assertThat(ModelChanges.between(store.models(), 1, 2, Scope.CONSORTIUM, 2).most())
                .extracting(TitleChange::title)
                .containsExactly(3, 4);
    }

    @Test
    void aScopeIsComparedByItself() {
        assertThat(ModelChanges.between(store.models(), 1, 2, LIBRARY, 10).most())
                .extracting(TitleChange::title)
                .containsExactly(9);
    }

    @Test
    void onlyTheFirstTenCount() {
        int[] eleven = new int[11];
        int[] other = new int[11];
        for (int i = 0; i < 11; i++) {
            eleven[i] = 20 + i;
            other[i] = i == 10 ? 50 : 20 + i;
        }
        put(3, 5, eleven);
        put(4, 5, other);
        ModelChanges changes = ModelChanges.between(store.models(), 3, 4, Scope.CONSORTIUM, 10);
        assertThat(changes.compared()).isEqualTo(1);
        assertThat(changes.changed()).isZero();
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        ModelChanges changes = ModelChanges.between(store.models(), 2, 2, Scope.CONSORTIUM, 10);
        assertThat(changes.compared()).isEqualTo(4);
        assertThat(changes.meanDistance()).isZero();
        assertThat(changes.most()).isEmpty();
    }

    private void put(int version, int title, int... neighbours) {
        store.candidate().put(version, Scope.CONSORTIUM, title, row(neighbours));
    }

    private static Row row(int... titles) {
        List<Neighbour> row = new ArrayList<>();
        for (int title : titles) {
            row.add(new Neighbour(title, 100 - row.size(), 3, 3));
        }
        return Row.of(row);
    }
}
