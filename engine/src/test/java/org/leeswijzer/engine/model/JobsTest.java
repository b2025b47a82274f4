package org.leeswijzer.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.similarity.Workers;

class JobsTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final HandClock clock = new HandClock();
    private final Jobs jobs = new Jobs(clock);
    private final AtomicInteger numbers = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aJobTellsWhatCameOfIt() throws InterruptedException {
        Job job = start(running -> "version 1 serves");
        JobStatus status = job.await();
        assertThat(status.id()).isEqualTo("retrain-1");
        assertThat(status.version()).isEqualTo(1);
        assertThat(status.state()).isEqualTo(JobState.DONE);
        assertThat(status.by()).isEqualTo("anna");
        assertThat(status.started()).isEqualTo(NOW);
        assertThat(status.ended()).isEqualTo(NOW);
        assertThat(status.outcome()).isEqualTo("version 1 serves");
        assertThat(jobs.find("retrain-1")).isSameAs(job);
    }

    @Test
    void aSecondOneIsRefusedAndToldOfTheFirst() throws InterruptedException {
        Job first = start(this::untilTold);
        assertThatThrownBy(() -> start(running -> ""))
                .isInstanceOf(ModelRefusal.class)
                .hasMessage(
                        "job retrain-1, started by anna at 2026-02-03T04:05:06Z, has not ended: wait for it, or cancel it");
        go.countDown();
        first.await();
        assertThat(start(running -> "").id()).isEqualTo("retrain-2");
    }

    @Test
    void itTellsHowFarItIsHowFastAndHowLongItWillTake() throws InterruptedException {
        Job job =
                start(
                        running -> {
                            running.at("reading", 0, 0);
                            running.at(Job.COUNTING, 0, 1000);
                            clock.pass(Duration.ofSeconds(4));
                            running.at(Job.COUNTING, 200, 1000);
                            running.at(Job.COUNTING, 150, 1000);
                            return untilTold(running);
                        });
        started.await();
        JobStatus status = job.status();
        assertThat(status.state()).isEqualTo(JobState.RUNNING);
        assertThat(status.stage()).isEqualTo("counting");
        assertThat(status.share()).as("a thread that comes late takes nothing back").hasValue(0.2);
        assertThat(status.pairsPerSecond()).hasValue(50);
        assertThat(status.secondsLeft()).hasValue(16);
        assertThat(status.outcome()).isNull();
        go.countDown();
        assertThat(job.await().secondsLeft()).isEmpty();
    }

    @Test
    void aStageThatComesAgainIsTimedByWhatIsDoneInIt() throws InterruptedException {
        Job job =
                start(
                        running -> {
                            running.at(Job.COUNTING, 600, 1000);
                            running.at("scoring", 1, 2);
                            clock.pass(Duration.ofHours(1));
                            running.at(Job.COUNTING, 700, 1000);
                            clock.pass(Duration.ofSeconds(2));
                            running.at(Job.COUNTING, 800, 1000);
                            return untilTold(running);
                        });
        started.await();
        assertThat(job.status().share()).hasValue(0.8);
        assertThat(job.status().pairsPerSecond()).hasValue(50);
        assertThat(job.status().secondsLeft()).hasValue(4);
        go.countDown();
    }

    @Test
    void aStageOfUnknownLengthHasNoShare() throws InterruptedException {
        Job job =
                start(
                        running -> {
                            running.at("tuning", 0, 0);
                            return untilTold(running);
                        });
        started.await();
        assertThat(job.status().share()).isEmpty();
        assertThat(job.status().pairsPerSecond()).isEmpty();
        assertThat(job.status().secondsLeft()).isEmpty();
        go.countDown();
    }

    @Test
    void workersOfAJobThatIsCancelledStopSoon() throws InterruptedException {
        AtomicInteger pieces = new AtomicInteger();
        int all = 1_000_000;
        Job job =
                start(
                        running -> {
                            Workers.share(
                                    all,
                                    2,
                                    () ->
                                            piece -> {
                                                running.at(Job.COUNTING, piece, all);
                                                pieces.incrementAndGet();
                                                started.countDown();
                                                if (piece > 100) {
                                                    await(go);
                                                }
                                            });
                            return "never";
                        });
        started.await();
        job.cancel();
        go.countDown();
        JobStatus status = job.await();
        assertThat(status.state()).isEqualTo(JobState.CANCELLED);
        assertThat(status.outcome()).isEqualTo("cancelled");
        assertThat(pieces).hasValueLessThan(1000);
        assertThatThrownBy(job::cancel)
                .hasMessage("job retrain-1 has ended: it cannot be cancelled any more");
    }

    @Test
    void aJobThatIsAboutToPublishIsNotCancelledAnyMore() throws InterruptedException {
        Job job =
                start(
                        running -> {
                            running.pointOfNoReturn();
                            return untilTold(running);
                        });
        started.await();
        assertThatThrownBy(job::cancel)
                .isInstanceOf(ModelRefusal.class)
                .hasMessage("job retrain-1 is about to end: it cannot be cancelled any more");
        go.countDown();
        assertThat(job.await().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aJobThatWasCancelledBeforeDoesNotPublish() throws InterruptedException {
        Job job =
                start(
                        running -> {
                            started.countDown();
                            // Waits without minding the interruption, as a write to the store does.
                            awaitUninterrupted(go);
                            running.pointOfNoReturn();
                            return "published";
                        });
        started.await();
        job.cancel();
        assertThat(job.status().state()).isEqualTo(JobState.STOPPING);
        go.countDown();
        assertThat(job.await().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aFaultIsNotToldToWhoeverAsks() throws InterruptedException {
        JobStatus status =
                start(
                                running -> {
                                    throw new IllegalStateException("/var/lib/secret");
                                })
                        .await();
        assertThat(status.state()).isEqualTo(JobState.FAILED);
        assertThat(status.outcome()).isEqualTo("failed: see the service's log");
    }

    @Test
    void closingStopsTheOneThatRunsAndStartsNoMore() throws InterruptedException {
        Job job = start(this::untilTold);
        started.await();
        jobs.close();
        assertThat(job.status().state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> start(running -> "")).hasMessage("the service is being stopped");
    }

    @Test
    void theLastOnesAreRemembered() throws InterruptedException {
        for (int i = 0; i < 25; i++) {
            start(running -> "").await();
        }
        assertThat(jobs.all()).hasSize(20).first().extracting(Job::id).isEqualTo("retrain-25");
        assertThatThrownBy(() -> jobs.find("retrain-1"))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("there is no such job");
    }

    private Job start(Job.Task task) {
        return jobs.start("retrain", numbers::incrementAndGet, "anna", task);
    }

    private String untilTold(Job running) {
        started.countDown();
        await(go);
        return "told";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A clock that is set by hand. */
    private static final class HandClock extends Clock {
        private volatile Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
