package org.leeswijzer.engine;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.model.ModelInfo;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Suggester;

/** The whole of the engine behind one door: events go in, suggestions come out. Safe for use by many threads. */
public final class Engine implements EventSink, AutoCloseable {

    private Engine() {}

    /** Opens the store for reading and writing and starts to refresh; one process at a time can. */
    public static Engine open(EngineSettings settings, Clock clock) {
        return soon();
    }

    /** Opens the store to read, also while another process serves it; sees what was stored until now. */
    public static Engine openReadOnly(EngineSettings settings, Clock clock) {
        return soon();
    }

    @Override
    public Receipt accept(EventBatch batch) {
        return soon();
    }

    @Override
    public OptionalLong nextOffset(LogPartition partition) {
        return soon();
    }

    @Override
    public boolean behind() {
        return soon();
    }

    /** The libraries' secrets, to make pseudonyms with. */
    public Secrets secrets() {
        return soon();
    }

    public Catalogue catalogue() {
        return soon();
    }

    /** Libraries in the order they were first seen. */
    public List<Library> libraries() {
        return soon();
    }

    /** Whose loans count for a request of this library; all together if null or never seen. */
    public Scope scope(@Nullable Library library) {
        return soon();
    }

    public Suggester suggester() {
        return soon();
    }

    /** Numbers of the titles that match words of title, author, subject or series, best first. */
    public List<Integer> search(String words, @Nullable Library library, int limit) {
        return soon();
    }

    public ModelInfo model() {
        return soon();
    }

    public Statistics statistics() {
        return soon();
    }

    /** Patrons of one library, or of all, who borrowed the title; empty below minBorrowers. */
    public OptionalInt borrowers(@Nullable Library library, int title) {
        return soon();
    }

    /** Computes every row of every scope from all loans and publishes them as one new version. */
    public ModelInfo retrain(Progress progress) {
        return soon();
    }

    /** Computes every row of the serving version anew, one by one; nothing is dirty afterwards. */
    public void sweep(Progress progress) {
        soon();
    }

    /** Stops refreshing and closes the store; what was accepted stays. */
    @Override
    public void close() {}

    @SuppressWarnings({
        "DoNotCallSuggester",
        "TypeParameterUnusedInFormals"
    }) // gone when the methods above are written
    private static <T> T soon() {
        throw new UnsupportedOperationException();
    }
}
