package org.leeswijzer.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the event log into the store, on one thread that reads and one that stores, until it is closed. It assigns all partitions of all topics that
 * {@link Decoders} knows to itself, so that every process has the whole log, and starts each where the store says; it
 * commits nothing to Kafka. Whatever fails, the broker or the store, is tried again, after pauses that grow to ten
 * seconds, and told by {@link #status}.
 */
public final class LoanConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoanConsumer.class);

    /** The name of the thread unless told otherwise. */
    public static final String DEFAULT_THREAD_NAME = "loan-consumer";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMillis(200);

    private static final Duration REPLAY_PATIENCE = Duration.ofSeconds(30);

    /** After so long a stop that was asked for is made. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConsumerSettings settings;
    private final EventSink sink;
    private final Decoders decoders;
    private final Clock clock;
    private final StatusBoard board = new StatusBoard();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Queue<Replay> replays = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Session session;
    private @Nullable Thread thread;

    /** A consumer at rest. */
    public LoanConsumer(ConsumerSettings settings, EventSink sink, Secrets secrets, Clock clock) {
        this.settings = settings;
        this.sink = sink;
        this.clock = clock;
        decoders = new Decoders(settings.folioEnv(), secrets, clock);
    }

    /** Starts to read, on a thread of the default name. */
    public void start() {
        start(DEFAULT_THREAD_NAME);
    }

    /**
     * Starts to read.
     *
     * @throws IllegalStateException if it was started before
     */
    public synchronized void start(String threadName) {
        if (thread != null) {
            throw new IllegalStateException(threadName + " was started before: make another");
        }
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** How it goes. */
    public ConsumerStatus status() {
        return board.snapshot();
    }

    /**
     * Waits until all that was in the log when this was called is stored, in topics made since the last listing too.
     *
     * @return false if the time ran out or the consumer was closed before
     */
    public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
        return board.awaitNoLag(timeout.toMillis());
    }

    /**
     * Has the log read again from there on. Nothing is counted twice: what is read again is the last word once more.
     *
     * @return the partitions that are read again; none if nothing was read since then
     * @throws IllegalArgumentException if an offset is not there, or not read yet
     * @throws IllegalStateException if the log is not being read now
     */
    public List<Rewound> replay(ReplayOrder order) throws InterruptedException {
        Replay asked = new Replay(order);
        replays.add(asked);
        try {
            return asked.await(REPLAY_PATIENCE);
        } catch (TimeoutException e) {
            replays.remove(asked);
            ConsumerStatus status = status();
            throw new IllegalStateException(
                    "the log is not being read now (%s, %s): try again when it is"
                            .formatted(status.state(), status.lastError()),
                    e);
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isStopped()) {
            try {
                read();
            } catch (WakeupException e) {
                // close() wants the loop to end, and so it does.
            } catch (RuntimeException e) {
                pause = status().failing() ? longer(pause) : FIRST_PAUSE;
                String error = Failure.describe(e);
                LOG.warn("reading failed and is tried again in {} ms: {}", pause.toMillis(), error);
                board.failed(error, Failure.isRefusal(e));
                await(pause);
            }
        }
        board.enter(State.STOPPED);
    }

    private void read() {
        try (DeadLetters deadLetters = new DeadLetters(settings, clock);
                Session current =
                        new Session(settings, deadLetters, decoders, sink, board, replays, clock)) {
            session = current;
            while (!isStopped()) {
                if (!current.step()) {
                    await(IDLE);
                }
            }
        } finally {
            session = null;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /* Ends early when close() is called. */
    private void await(Duration duration) {
        try {
            if (stop.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopping");
            }
        } catch (InterruptedException e) {
            // Only close() interrupts, once it has said stop: the loop ends.
            Thread.currentThread().interrupt();
        }
    }

    /** Stops reading and waits for the thread; what was read but not stored is read again next time. */
    @Override
    public synchronized void close() {
        stop.countDown();
        Session current = session;
        if (current != null) {
            current.wakeUp();
        }
        if (thread == null) {
            board.enter(State.STOPPED);
            return;
        }
        try {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
