package org.leeswijzer.engine.model;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.rocksdb.StoredModels;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Scope;

/** The life of the model, for data staff: retrained, judged, published, rolled back. Safe for use by many threads. */
public final class Models {
    private final StoredModels stored;
    private final Retraining retraining;
    private final Jobs jobs;
    private final Clock clock;

    public Models(StoredModels stored, Retraining retraining, Jobs jobs, Clock clock) {
        this.stored = stored;
        this.retraining = retraining;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** All versions whose rows are there, by number. */
    public List<ModelVersion> all() {
        return stored.all();
    }

    /**
     * The version of that number.
     *
     * @throws ModelRefusal if its rows are not there
     */
    public ModelVersion find(int number) {
        return stored.find(number);
    }

    /** The neighbours of a title in any version whose rows are there, as they stand now. */
    public List<Neighbour> neighbours(int version, Scope scope, int title) {
        return stored.row(stored.find(version).number(), scope, title);
    }

    /**
     * What is different in a version since another.
     *
     * @param limit at most so many titles are told
     * @throws ModelRefusal if the rows of either are not there
     */
    public ModelChanges changes(int since, int version, Scope scope, int limit) {
        return ModelChanges.between(
                stored, stored.find(since).number(), stored.find(version).number(), scope, limit);
    }

    /** Whether the version that serves is left as it stands, but for what is taken out of it. */
    public boolean pinned() {
        return stored.pinned();
    }

    /** The jobs that {@link #start} started. */
    public Jobs jobs() {
        return jobs;
    }

    /**
     * Starts a retrain on a thread of its own.
     *
     * @throws ModelRefusal if one has not ended
     */
    public Job start(RetrainOrder order) {
        return jobs.start(
                "retrain",
                stored::reserve,
                order.by(),
                job ->
                        told(
                                retraining.run(
                                        job.status().version(), order, job, job::pointOfNoReturn)));
    }

    /** Retrains on this thread; waits for a job that has not ended. */
    public ModelVersion retrain(RetrainOrder order, Progress progress) {
        return retraining.run(stored.reserve(), order, progress, () -> {});
    }

    private static String told(ModelVersion version) {
        return version.state() == ModelState.SERVING
                ? "version %d serves".formatted(version.number())
                : "version %d is withheld: %s"
                        .formatted(version.number(), version.verdict().objections());
    }

    /**
     * Serves a version whose rows are there from the next answer on. A kept one is pinned: its rows stay as they stand until
     * {@link #unpin}, but for what is taken out of them.
     *
     * @param by who asks for it
     * @param reason for others to read; needed if the gate withheld the version
     * @throws ModelRefusal if it is not known, serves already, is not finished, or is withheld and there is no reason
     */
    public ModelVersion publish(int number, String by, @Nullable String reason) {
        Texts.check("by", by, Texts.LONGEST_NAME);
        if (reason != null) {
            Texts.check("reason", reason, Texts.LONGEST_REASON);
        }
        return stored.publish(number, new Published(by, clock.instant(), reason));
    }

    /**
     * Serves the version again that is the next older of those that have served.
     *
     * @throws ModelRefusal if there is none
     */
    public ModelVersion rollBack(String by, @Nullable String reason) {
        int serving = stored.serving();
        ModelVersion older =
                all().stream()
                        .filter(version -> version.state() == ModelState.KEPT)
                        .filter(version -> version.published() != null)
                        .filter(version -> version.number() < serving)
                        .max(Comparator.comparingInt(ModelVersion::number))
                        .orElseThrow(
                                () ->
                                        new ModelRefusal(
                                                ModelRefusal.Why.CONFLICT,
                                                "no version older than %d is kept: retrain, or import one"
                                                        .formatted(serving)));
        return publish(older.number(), by, reason);
    }

    /**
     * Lets the version that serves follow the loans again.
     *
     * @throws ModelRefusal if it does
     */
    public void unpin() {
        stored.unpin();
    }
}
