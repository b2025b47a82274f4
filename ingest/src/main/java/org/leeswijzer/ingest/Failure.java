package org.leeswijzer.ingest;

import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import org.leeswijzer.engine.loan.StoreException;

/** Words for what went wrong that are fit for a log. */
final class Failure {
    private Failure() {}

    /**
     * The message of a failure of the broker, the store or a disk. Of any other failure, which is a fault of ours, only its
     * kind and place: its message might quote a record.
     */
    static String describe(RuntimeException failure) {
        if (failure instanceof KafkaException
                || failure instanceof StoreException
                || failure instanceof UncheckedIOException) {
            return failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
        StackTraceElement[] stack = failure.getStackTrace();
        return failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
