package org.leeswijzer.engine.model;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something long that runs on a thread of its own, tells how far it is, and can be stopped. Safe for use by many threads. */
public final class Job implements Progress {
    /** The stage whose progress is counted in pairs. */
    static final String COUNTING = "counting";

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final double MILLIS = 1000;

    private final String id;
    private final int version;
    private final String by;
    private final Clock clock;
    private final Instant started;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<Step> step;
    private final Thread thread;

    private JobState state = JobState.RUNNING;
    private boolean beyondCancelling;
    private @Nullable String outcome;
    private @Nullable Instant ended;

    /** Where it is, since when in this stage, and how much was done before: a stage may come more than once. */
    private record Step(String stage, long done, long total, Instant since, long before) {
        Step on(String now, long soFar, long all, Clock clock) {
            return now.equals(stage)
                    ? new Step(stage, Math.max(done, soFar), all, since, before)
                    : new Step(now, soFar, all, clock.instant(), soFar);
        }

        double perSecond(double seconds) {
            return (done - before) / seconds;
        }
    }

    /** What a job does. */
    @FunctionalInterface
    interface Task {
        /** Does it, and returns what came of it in one sentence. */
        String run(Job job);
    }

    Job(String id, int version, String by, Clock clock, Task task) {
        this.id = id;
        this.version = version;
        this.by = by;
        this.clock = clock;
        started = clock.instant();
        step = new AtomicReference<>(new Step("starting", 0, 0, started, 0));
        thread = new Thread(() -> run(task), id);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** To ask for it. */
    public String id() {
        return id;
    }

    @Override
    public void at(String stage, long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
        step.updateAndGet(last -> last.on(stage, done, total, clock));
        checkState();
    }

    private synchronized void checkState() {
        if (state == JobState.STOPPING) {
            throw stopped();
        }
    }

    /** From here on it cannot be stopped any more; if it was told to before, it is. */
    synchronized void pointOfNoReturn() {
        checkState();
        beyondCancelling = true;
    }

    private CancellationException stopped() {
        return new CancellationException(id + " was cancelled");
    }

    /**
     * Tells it to stop; it will within moments.
     *
     * @throws ModelRefusal if it has ended, or is about to
     */
    public synchronized void cancel() {
        if (state.ended() || beyondCancelling) {
            throw new ModelRefusal(
                    ModelRefusal.Why.CONFLICT,
                    "job %s %s: it cannot be cancelled any more"
                            .formatted(id, state.ended() ? "has ended" : "is about to end"));
        }
        state = JobState.STOPPING;
        thread.interrupt();
    }

    /** Waits until it has ended. */
    public JobStatus await() throws InterruptedException {
        end.await();
        return status();
    }

    private void run(Task task) {
        try {
            end(JobState.DONE, task.run(this));
        } catch (CancellationException e) {
            end(JobState.CANCELLED, "cancelled");
        } catch (Throwable e) {
            // The edge of a thread: whatever it was, whoever asks must not be told that it still
            // runs.
            if (status().state() == JobState.STOPPING) {
                end(JobState.CANCELLED, "cancelled");
            } else {
                LOG.error("{} failed", id, e);
                end(JobState.FAILED, "failed: see the service's log");
            }
        } finally {
            end.countDown();
        }
    }

    private synchronized void end(JobState how, String what) {
        state = how;
        outcome = what;
        ended = clock.instant();
    }

    /** How it stands. */
    public synchronized JobStatus status() {
        Step at = Objects.requireNonNull(step.get());
        double seconds = (clock.millis() - at.since().toEpochMilli()) / MILLIS;
        boolean known = at.total() > 0 && !state.ended();
        boolean timed = known && at.done() > at.before() && seconds > 0;
        double perSecond = timed ? at.perSecond(seconds) : 0;
        return new JobStatus(
                id,
                version,
                state,
                by,
                started,
                at.stage(),
                known ? OptionalDouble.of((double) at.done() / at.total()) : OptionalDouble.empty(),
                timed && at.stage().equals(COUNTING)
                        ? OptionalDouble.of(perSecond)
                        : OptionalDouble.empty(),
                timed
                        ? OptionalLong.of(Math.round((at.total() - at.done()) / perSecond))
                        : OptionalLong.empty(),
                outcome,
                ended);
    }
}
