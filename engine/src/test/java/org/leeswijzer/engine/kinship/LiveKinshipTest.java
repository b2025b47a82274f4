package org.leeswijzer.engine.kinship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveKinshipTest {
    private final Shelf shelf = new Shelf();
    private final Queue<Runnable> background = new ArrayDeque<>();

    @Test
    void picksUpANewTitleInTheBackground() {
        int emma = shelf.add("Emma", "Jane Austen");
        LiveKinship kinship = new LiveKinship(shelf, 1, background::add);
        int persuasion = shelf.add("Persuasion", "Austen, Jane, 1775-1817");
        kinship.catalogueChanged();
        assertThat(kinship.of(emma)).as("before").isEmpty();
        background.remove().run();
        assertThat(kinship.of(emma)).extracting(Kin::title).containsExactly(persuasion);
        assertThat(kinship.of(persuasion)).extracting(Kin::title).containsExactly(emma);
        assertThat(kinship.shared(persuasion, emma))
                .contains(new Shared(Shared.Kind.AUTHOR, "Jane Austen"));
    }

    @Test
    void picksUpATitleThatOnlyLoansHadNamed() {
        int emma = shelf.add("Emma", "Jane Austen");
        int unknown = shelf.addUnknown();
        LiveKinship kinship = new LiveKinship(shelf, 1, Runnable::run);
        shelf.describe(
                unknown,
                new Shelf.Told("Sanditon", List.of("Jane Austen"), List.of(), List.of())
                        .description());
        kinship.catalogueChanged();
        assertThat(kinship.of(emma)).extracting(Kin::title).containsExactly(unknown);
    }

    @Test
    void forgetsWhatATitleWasBefore() {
        int emma = shelf.add("Emma", "Jane Austen");
        int other = shelf.add("Persuasion", "Jane Austen");
        LiveKinship kinship = new LiveKinship(shelf, 1, Runnable::run);
        shelf.describe(
                other,
                new Shelf.Told("Kim", List.of("Kipling"), List.of(), List.of()).description());
        kinship.catalogueChanged();
        assertThat(kinship.of(emma)).isEmpty();
        assertThat(kinship.of(other)).isEmpty();
    }

    @Test
    void manyChangesAtOnceAreOneTask() {
        LiveKinship kinship = new LiveKinship(shelf, 1, background::add);
        for (int i = 0; i < 100; i++) {
            shelf.add("Part", "Same");
            kinship.catalogueChanged();
        }
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(background).isEmpty();
        assertThat(kinship.of(0)).hasSize(99);
    }

    @Test
    void aChangeWhileTheTaskRunsHasItDoneOnceMore() {
        AtomicInteger runs = new AtomicInteger();
        Refreshing[] refreshing = new Refreshing[1];
        refreshing[0] =
                new Refreshing(
                        "test",
                        background::add,
                        () -> {
                            if (runs.getAndIncrement() == 0) {
                                refreshing[0].request();
                                refreshing[0].request();
                            }
                        });
        refreshing[0].request();
        background.remove().run();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(background).isEmpty();
        assertThat(runs).hasValue(2);
    }

    @Test
    void aTaskThatFailedIsDoneAgainAfterTheNextChange() {
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean broken = new AtomicBoolean(true);
        Refreshing refreshing =
                new Refreshing(
                        "test",
                        Runnable::run,
                        () -> {
                            if (broken.getAndSet(false)) {
                                throw new IllegalStateException("broken on purpose");
                            }
                            done.set(true);
                        });
        refreshing.request();
        assertThat(done).isFalse();
        refreshing.request();
        assertThat(done).isTrue();
    }

    @Test
    void aChangeAfterTheEndIsNoError() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        LiveKinship kinship = new LiveKinship(shelf, 1, executor);
        executor.shutdown();
        assertThatCode(kinship::catalogueChanged).doesNotThrowAnyException();
    }
}
