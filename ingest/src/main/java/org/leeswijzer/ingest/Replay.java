package org.leeswijzer.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A replay that one thread asks for and the reading one does. */
final class Replay {
    private final ReplayOrder order;
    private final CompletableFuture<List<Rewound>> answer = new CompletableFuture<>();

    Replay(ReplayOrder order) {
        this.order = order;
    }

    /** Does it, and tells who waits; what cannot be done is theirs to hear, a failure of the log or the store is everybody's. */
    List<Rewound> run(Function<ReplayOrder, List<Rewound>> work) {
        try {
            List<Rewound> rewound = work.apply(order);
            answer.complete(rewound);
            return rewound;
        } catch (IllegalArgumentException e) {
            answer.completeExceptionally(e);
            return List.of();
        } catch (RuntimeException e) {
            answer.completeExceptionally(
                    new IllegalStateException(
                            "the log cannot be read again now: " + Failure.describe(e), e));
            throw e;
        }
    }

    /**
     * Waits until it is done.
     *
     * @throws IllegalArgumentException if it cannot be done
     * @throws IllegalStateException if the log or the store fails
     * @throws TimeoutException if nobody did it in time
     */
    List<Rewound> await(Duration patience) throws InterruptedException, TimeoutException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }
}
