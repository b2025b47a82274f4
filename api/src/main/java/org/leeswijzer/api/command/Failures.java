package org.leeswijzer.api.command;

import io.micronaut.context.exceptions.BeanContextException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.ingest.Failure;
import org.leeswijzer.ingest.broker.BrokerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line for what a user can mend; a stack trace for what only we can. */
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, ParseResult parsed) {
        Throwable cause = telling(failure);
        if (cause == null) {
            LOG.error("{} failed, which is a fault of ours", commandLine.getCommandName(), failure);
            return ExitCode.SOFTWARE;
        }
        commandLine
                .getErr()
                .println(
                        commandLine
                                .getColorScheme()
                                .errorText("%s: %s".formatted(name(commandLine), text(cause))));
        return ExitCode.SOFTWARE;
    }

    private static String name(CommandLine commandLine) {
        return commandLine.getCommandSpec().qualifiedName();
    }

    private static String text(Throwable cause) {
        if (cause instanceof NoSuchFileException file) {
            return "file %s is not there: give one that is".formatted(file.getFile());
        }
        return cause instanceof KafkaException broker
                ? Failure.describe(broker)
                : String.valueOf(cause.getMessage());
    }

    /* A wrong setting comes wrapped in what the container says of the bean that it was for. */
    private static @Nullable Throwable telling(Throwable failure) {
        Throwable telling = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTelling(cause)) {
                return cause;
            }
            telling = cause instanceof BeanContextException ? cause : telling;
        }
        return telling;
    }

    private static boolean isTelling(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause instanceof StoreException
                || cause instanceof BrokerException
                || cause instanceof KafkaException
                || cause instanceof IOException
                || cause instanceof UncheckedIOException;
    }
}
