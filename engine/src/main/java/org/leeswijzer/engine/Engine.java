package org.leeswijzer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.kinship.CatalogueSearch;
import org.leeswijzer.engine.kinship.LiveKinship;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.Known;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.model.Appraisal;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.GateLimits;
import org.leeswijzer.engine.model.Jobs;
import org.leeswijzer.engine.model.ModelInfo;
import org.leeswijzer.engine.model.Models;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.model.Refresher;
import org.leeswijzer.engine.model.RetrainOrder;
import org.leeswijzer.engine.model.Retraining;
import org.leeswijzer.engine.model.Sweep;
import org.leeswijzer.engine.popular.Period;
import org.leeswijzer.engine.popular.PopularTitles;
import org.leeswijzer.engine.privacy.KnownDay;
import org.leeswijzer.engine.privacy.Privacy;
import org.leeswijzer.engine.privacy.SecretRotation;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.ScopeTable;
import org.leeswijzer.engine.rocksdb.StoreBackups;
import org.leeswijzer.engine.rocksdb.StoredNeighbours;
import org.leeswijzer.engine.similarity.Neighbours;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.suggest.Answer;
import org.leeswijzer.engine.suggest.Basis;
import org.leeswijzer.engine.suggest.Explainer;
import org.leeswijzer.engine.suggest.Explanation;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Suggester;
import org.leeswijzer.engine.transfer.ImportedModel;
import org.leeswijzer.engine.transfer.ModelExport;
import org.leeswijzer.engine.transfer.ModelImport;
import org.leeswijzer.engine.works.WorkDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of the engine behind one door: events go in, suggestions come out. Safe for use by many threads. */
public final class Engine implements EventSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** With so many borrowed titles to compute, reading more loans would only make what is served older. */
    private static final int BEHIND = 100_000;

    /** Changes of a busy moment are taken together. */
    private static final long SOON_MILLIS = 500;

    private final EngineSettings settings;
    private final Clock clock;
    private final LoanStore store;
    private final KnownDay day;
    private final Secrets secrets;
    private final DirtyTitles dirty;
    private final Refresher refresher;
    private final Sweep sweep;
    private final Suggester suggester;
    private final Explainer explainer;
    private final PopularTitles popular;
    private final Models models;
    private final WorkDesk workDesk;
    private final LiveKinship kinship;
    private final CatalogueSearch search;
    private final Privacy privacy;
    private final ScheduledExecutorService background;

    private Engine(EngineSettings settings, Clock clock, boolean readOnly) {
        this.settings = settings;
        this.clock = clock;
        dirty = new DirtyTitles();
        secrets = new Secrets(settings.secrets(), new SecureRandom());
        store =
                LoanStore.open(
                        settings.store(),
                        dirty,
                        settings.minBorrowers(),
                        settings.keeping(),
                        settings.languages(),
                        readOnly,
                        secrets::rotation);
        keepSecrets(readOnly);
        day = new KnownDay(clock, store.day(), readOnly ? known -> {} : store::note);
        StoredNeighbours neighbours = store.neighbours();
        refresher = new Refresher(dirty, neighbours);
        sweep = new Sweep(neighbours, settings.threads());
        background = Executors.newSingleThreadScheduledExecutor(Engine::backgroundThread);
        Executor soon =
                CompletableFuture.delayedExecutor(SOON_MILLIS, TimeUnit.MILLISECONDS, background);
        kinship = new LiveKinship(store.catalogue(), settings.threads(), soon);
        search = new CatalogueSearch(store.catalogue(), settings.threads(), soon);
        suggester =
                new Suggester(
                        store.catalogue(), neighbours, kinship, neighbours::blend, store.voices());
        explainer = new Explainer(store.catalogue(), suggester, kinship, store.enoughBorrowers());
        popular =
                new PopularTitles(
                        store.patrons()::forEachLoan,
                        store::borrowers,
                        settings.minBorrowers(),
                        day::today,
                        clock,
                        background);
        models = models(GateLimits.DEFAULT);
        privacy = new Privacy(store, settings, clock);
        workDesk =
                new WorkDesk(
                        store.catalogue(),
                        store.decisions(),
                        clock,
                        () -> UUID.randomUUID().toString());
    }

    private void keepSecrets(boolean readOnly) {
        try {
            if (readOnly) {
                secretRotation().followStore();
            } else {
                secretRotation().catchUp();
            }
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Models models(GateLimits limits) {
        Appraisal appraisal =
                new Appraisal(
                        store.catalogue(), kinship, settings.minBorrowers(), settings.threads());
        Retraining retraining =
                new Retraining(
                        store,
                        this::refreshCatalogue,
                        appraisal,
                        limits,
                        settings.minBorrowers(),
                        settings.threads(),
                        clock);
        return new Models(store.models(), retraining, new Jobs(clock), clock);
    }

    private static Thread backgroundThread(Runnable task) {
        Thread thread = new Thread(task, "engine-background");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens the store for reading and writing, removes loans that have left the retention window, and starts to refresh;
     * one process at a time can.
     *
     * @throws org.leeswijzer.engine.loan.StoreException if the store cannot be opened
     */
    public static Engine open(EngineSettings settings, Clock clock) {
        Engine engine = openAtRest(settings, clock);
        engine.store.warmUp();
        engine.refresher.start(settings.threads());
        Future<?> unused =
                engine.background.scheduleWithFixedDelay(engine::housekeep, 1, 1, TimeUnit.DAYS);
        return engine;
    }

    /** As {@link #open}, but refreshes nothing by itself: for whoever brings many loans and retrains at the end. */
    public static Engine openAtRest(EngineSettings settings, Clock clock) {
        Engine engine = new Engine(settings, clock, false);
        engine.expire();
        return engine;
    }

    /**
     * Opens the store to read, also while another process serves it; sees what was stored until now.
     *
     * @throws org.leeswijzer.engine.loan.StoreException if there is no store
     */
    public static Engine openReadOnly(EngineSettings settings, Clock clock) {
        return new Engine(settings, clock, true);
    }

    /* Titles that nobody borrows today still see how many patrons there are, and old loans leave on time. */
    private void housekeep() {
        try {
            day.dayPassed();
            expire();
            sweep(Progress.SILENT);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.error(
                    "The daily expiry and sweep came to nothing; they will be tried again tomorrow",
                    e);
        }
    }

    @Override
    public Receipt accept(EventBatch batch) {
        long before = store.catalogueChanges();
        day.heard(batch.events());
        Receipt receipt = store.accept(batch, window());
        noteRemoved(batch, receipt);
        if (store.catalogueChanges() != before) {
            kinship.catalogueChanged();
            search.catalogueChanged();
        }
        return receipt;
    }

    private void noteRemoved(EventBatch batch, Receipt receipt) {
        popular.removed(receipt.count(Outcome.FORGOTTEN) + receipt.count(Outcome.CORRECTED));
        if (batch.events().stream().anyMatch(Engine::movesMany)) {
            popular.clear();
        }
    }

    /* Of one title many patrons at once. */
    private static boolean movesMany(LibraryEvent event) {
        return event instanceof LibraryEvent.AllLoansForgotten
                || event instanceof LibraryEvent.WorkDecided;
    }

    /** Takes very many events in, while nothing else is accepted: for whoever opened it at rest. */
    public BulkLoad bulkLoad() {
        return store.bulkLoad(window());
    }

    @Override
    public OptionalLong nextOffset(LogPartition partition) {
        return store.nextOffset(partition);
    }

    @Override
    public void lostRecords() {
        store.backups().lostRecords();
    }

    @Override
    public boolean behind() {
        return dirty.urgent() > BEHIND;
    }

    private Window window() {
        return settings.retention().on(day.today());
    }

    /** Removes loans that have left the retention window of their library; returns how many. */
    public long expire() {
        long expired = settings.retention().isForGood() ? 0 : store.expire(window());
        popular.removed(expired);
        return expired;
    }

    /** Which day it is, and whether the clock is believed. */
    public KnownDay day() {
        return day;
    }

    /** The libraries' secrets, to make pseudonyms with. */
    public Secrets secrets() {
        return secrets;
    }

    /** What gives libraries new secrets: for whoever opened it at rest. */
    public SecretRotation secretRotation() {
        return new SecretRotation(store, secrets);
    }

    /** All titles. */
    public Catalogue catalogue() {
        return store.catalogue();
    }

    /** Where staff decide which records are one work. */
    public WorkDesk workDesk() {
        return workDesk;
    }

    /** Libraries in the order they were first seen. */
    public List<Library> libraries() {
        return store.libraries();
    }

    /** Whose loans count for a request of this library; all together if null or never seen. */
    public Scope scope(@Nullable Library library) {
        return store.scope(library);
    }

    /** What turns neighbours and kin into suggestions. */
    public Suggester suggester() {
        return suggester;
    }

    /** Says why a title is suggested for another, or why not. */
    public Explanation explain(int seed, int candidate, Question question) {
        return explainer.explain(seed, candidate, question);
    }

    /** Suggests for a patron of a library from what is held on them: nothing of it is suggested again. */
    public Answer suggestFor(Library library, PatronKey patron, Question question) {
        return suggester.forPatron(store.patrons().borrowed(library, patron), question);
    }

    /** Numbers of titles that the reader does not want to be suggested, or has read already; empty if never heard of. */
    public Set<Integer> declined(ReaderKey reader) {
        return store.declined(reader);
    }

    /** What most patrons of the question's scope borrowed within a period. */
    public Answer mostBorrowed(Period period, Question question) {
        return suggester.ofPopular(
                popular.mostBorrowed(question.scope(), period), Basis.POPULARITY, question);
    }

    /** What has a larger share of the loans of a period than it had before. */
    public Answer rising(Period period, Question question) {
        return suggester.ofPopular(
                popular.rising(question.scope(), period), Basis.RISING, question);
    }

    /** The neighbours that suggestions are made of. */
    public Neighbours neighbours() {
        return store.neighbours();
    }

    /**
     * Finds titles while a reader types.
     *
     * @param words of title, author, subject or series, or an ISBN; of the last word its beginning is enough
     * @param library whose titles are wanted; null for those of any
     * @return numbers of titles, best first
     */
    public List<Integer> search(String words, @Nullable Library library, int limit) {
        return search.search(words, title -> title.shownIn(library).isPresent(), limit);
    }

    /** The model that answers. */
    public ModelInfo model() {
        StoredNeighbours neighbours = store.neighbours();
        return new ModelInfo(
                neighbours.serving(),
                neighbours.revision() + store.catalogueChanges(),
                neighbours.trained(),
                neighbours.blend(),
                models.pinned());
    }

    /** What the store holds. */
    public Statistics statistics() {
        return new Statistics(
                store.libraries().size(),
                store.catalogue().works(),
                store.catalogue().described(),
                store.loans(),
                store.parked(),
                store.borrowers(Scope.CONSORTIUM).patrons(),
                dirty.size());
    }

    /** What the store holds, in two hashes, to compare it with another's. */
    public Fingerprint fingerprint() {
        return store.fingerprint();
    }

    /** All loans at this moment, to evaluate by; of each patron's title the day of the latest loan. */
    public LoanSet loans() {
        List<ScopeTable> tables = store.tables();
        return tables.isEmpty() ? new LoanSet(List.of()) : LoanSet.of(tables.get(0).loans());
    }

    /** Patrons of one library, or of all, who borrowed the title; empty below minBorrowers. */
    public OptionalInt borrowers(@Nullable Library library, int title) {
        int borrowers = store.borrowers(scope(library)).borrowers(title);
        return borrowers < settings.minBorrowers()
                ? OptionalInt.empty()
                : OptionalInt.of(borrowers);
    }

    /** What is held, for whoever may ask. */
    public Privacy privacy() {
        return privacy;
    }

    /** What is held already of what somebody would bring. */
    public Known known() {
        return store.known();
    }

    /** The versions of the model, and the jobs that make them. */
    public Models models() {
        return models;
    }

    /** Backups of the store, and whether it came out of one. */
    public StoreBackups backups() {
        return store.backups();
    }

    /** Computes every row of every scope from all loans and publishes them as one new version, whatever the gate says. */
    public ModelInfo retrain(Progress progress) {
        models.retrain(
                new RetrainOrder("engine", "no gate was asked for", OptionalLong.empty()),
                progress);
        return model();
    }

    /**
     * Writes a version of the model as one file; the stream is not closed.
     *
     * @throws org.leeswijzer.engine.model.ModelRefusal if its rows are not there
     * @throws IOException if the stream does not take it
     */
    public void exportModel(int version, OutputStream out, Progress progress) throws IOException {
        ModelExport.write(store, settings.minBorrowers(), version, out, progress);
    }

    /**
     * Takes in what {@link #exportModel} wrote, here or elsewhere; it serves once it is published. The stream is not closed.
     *
     * @param by who imports it
     * @throws org.leeswijzer.engine.model.ModelRefusal if it is no model, damaged, of a newer format, or below minBorrowers
     * @throws IOException if the stream cannot be read
     */
    public ImportedModel importModel(InputStream in, String by, Progress progress)
            throws IOException {
        return ModelImport.read(store, settings.minBorrowers(), in, by, clock.instant(), progress);
    }

    private void refreshCatalogue() {
        kinship.refresh();
        search.refresh();
    }

    /** Computes every row of the serving version anew, one by one, unless it is pinned; what was dirty no longer is. */
    public void sweep(Progress progress) {
        sweep.run(progress);
    }

    /** Stops refreshing and closes the store; what was accepted stays. */
    @Override
    public void close() {
        models.jobs().close();
        background.shutdownNow();
        refresher.close();
        search.close();
        store.close();
    }
}
