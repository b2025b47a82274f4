package org.leeswijzer.engine.model;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job at a time, and remembers the last of them until the process ends. Safe for use by many threads. */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int REMEMBERED = 20;

    private final Clock clock;

    /** The latest first. */
    private final Deque<Job> jobs = new ArrayDeque<>();

    private boolean closed;

    public Jobs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Starts a job.
     *
     * @param name its id begins with, and a number follows
     * @param number is asked only if the job can be started
     * @throws ModelRefusal if another has not ended
     */
    synchronized Job start(String name, IntSupplier number, String by, Job.Task task) {
        Optional<JobStatus> running =
                jobs.stream().map(Job::status).filter(job -> !job.state().ended()).findFirst();
        if (running.isPresent()) {
            throw new ModelRefusal(
                    ModelRefusal.Why.CONFLICT,
                    "job %s, started by %s at %s, has not ended: wait for it, or cancel it"
                            .formatted(
                                    running.get().id(),
                                    running.get().by(),
                                    running.get().started()));
        }
        if (closed) {
            throw new ModelRefusal(ModelRefusal.Why.CONFLICT, "the service is being stopped");
        }
        int version = number.getAsInt();
        Job job = new Job(name + "-" + version, version, by, clock, task);
        jobs.addFirst(job);
        if (jobs.size() > REMEMBERED) {
            jobs.removeLast();
        }
        job.start();
        return job;
    }

    /** The last jobs, the latest first. */
    public synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    /**
     * The job of that id.
     *
     * @throws ModelRefusal if there is none, or it is no longer remembered
     */
    public Job find(String id) {
        return all().stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ModelRefusal(
                                        ModelRefusal.Why.UNKNOWN,
                                        "there is no such job, or it ended before the service was last started"));
    }

    /** Stops the job that runs, and waits until it has ended; none is started any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (Job job : all()) {
            try {
                if (!job.status().state().ended()) {
                    stop(job);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void stop(Job job) throws InterruptedException {
        try {
            job.cancel();
        } catch (ModelRefusal e) {
            LOG.debug("{} ends by itself", job.id());
        }
        job.await();
    }
}
