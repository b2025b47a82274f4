package org.leeswijzer.engine.kinship;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.leeswijzer.engine.catalogue.Catalogue;

/**
 * The kinship of a catalogue that changes. It answers from the last {@link KinshipIndex} that was finished, and makes the
 * next one in the background; nothing that asks ever waits. Safe for use by many threads.
 */
public final class LiveKinship implements Kinship {
    private final Catalogue catalogue;
    private final int threads;
    private final Refreshing refreshing;
    private volatile KinshipIndex index;

    /**
     * Reads the whole catalogue before it returns.
     *
     * @param threads that read it
     * @param executor for the background; one that waits a little first
     *     ({@link java.util.concurrent.CompletableFuture#delayedExecutor}) gathers the changes of a busy moment, and sets
     *     which share of a core a large catalogue may take while titles stream in
     */
    public LiveKinship(Catalogue catalogue, int threads, Executor executor) {
        this.catalogue = catalogue;
        this.threads = threads;
        index = KinshipIndex.build(catalogue, threads);
        refreshing = new Refreshing("kinship", executor, this::refresh);
    }

    /** Tells that titles are new or have changed; cheap, and may be called at every one. */
    public void catalogueChanged() {
        refreshing.request();
    }

    /** Takes in all changes of the catalogue before it returns. */
    public synchronized void refresh() {
        index = index.refreshed(catalogue, threads);
    }

    @Override
    public List<Kin> of(int title) {
        return index.of(title);
    }

    @Override
    public Optional<Shared> shared(int seed, int candidate) {
        return index.shared(seed, candidate);
    }
}
