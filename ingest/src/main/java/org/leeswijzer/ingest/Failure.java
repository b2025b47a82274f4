package org.leeswijzer.ingest;

import static org.leeswijzer.ingest.ConsumerSettings.KAFKA_PROPERTIES;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.leeswijzer.engine.loan.StoreException;

/** Words for what went wrong that are fit for a log, and what can be done about it. */
public final class Failure {
    private static final String JAAS = "org.apache.kafka.common.security.Jaas";
    private static final int CLOSEST = 5;

    private Failure() {}

    /**
     * The message of a failure of the broker, the store or a disk, and which setting to look at. Of any other failure, which
     * is a fault of ours, only its kind and place: its message might quote a record.
     */
    public static String describe(RuntimeException failure) {
        if (failure instanceof KafkaException
                || failure instanceof StoreException
                || failure instanceof UncheckedIOException) {
            return failure.getClass().getSimpleName()
                    + ": "
                    + failure.getMessage()
                    + remedy(failure).map(what -> ". " + what).orElse("");
        }
        StackTraceElement[] stack = failure.getStackTrace();
        return failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }

    /** Whether trying again will not help until somebody puts something right. */
    public static boolean isRefusal(Throwable failure) {
        return causes(failure)
                .anyMatch(
                        cause ->
                                cause instanceof AuthenticationException
                                        || cause instanceof AuthorizationException
                                        || cause instanceof ConfigException
                                        || isJaas(cause)
                                        || isKeystore(cause));
    }

    /** What to put right, by the names of our settings and never by their values; empty if nothing is known. */
    public static Optional<String> remedy(Throwable failure) {
        return causes(failure).flatMap(cause -> of(cause).stream()).findFirst();
    }

    private static Optional<String> of(Throwable cause) {
        if (cause instanceof SslAuthenticationException) {
            String deepest =
                    causes(cause).reduce((first, second) -> second).orElse(cause).getMessage();
            return Optional.of(
                    "The broker's certificate is not trusted (%s): see %s, whether it holds who signed the certificate, and whether the certificate names the host that is connected to"
                            .formatted(deepest, named("ssl.truststore.location")));
        }
        if (cause instanceof AuthenticationException) {
            return Optional.of(
                    "See user name and password in %s, and whether the broker has %s and %s as given"
                            .formatted(
                                    named("sasl.jaas.config"),
                                    named("sasl.mechanism"),
                                    named("security.protocol")));
        }
        if (cause instanceof AuthorizationException) {
            return Optional.of(
                    "Have the broker let the user of %s read and describe it, and write to %s"
                            .formatted(named("sasl.jaas.config"), Topics.DEAD_LETTERS));
        }
        if (cause instanceof TimeoutException) {
            return Optional.of(
                    "See whether the broker runs at leeswijzer.kafka.bootstrap-servers, and whether %s is the one it speaks there"
                            .formatted(named("security.protocol")));
        }
        return ofSettings(cause);
    }

    /* What a JAAS text is refused for is not told: it may quote a part of the password. */
    private static Optional<String> ofSettings(Throwable cause) {
        if (isJaas(cause)) {
            return Optional.of(
                    "%s is missing or cannot be read: write it as CLASS required username=\"...\" password=\"...\"; with the semicolon, CLASS being the login module of %s"
                            .formatted(named("sasl.jaas.config"), named("sasl.mechanism")));
        }
        return isKeystore(cause)
                ? Optional.of(
                        "%s (or ssl.keystore.location): see that file, its password and its type"
                                .formatted(named("ssl.truststore.location")))
                : Optional.empty();
    }

    private static boolean isJaas(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && Arrays.stream(cause.getStackTrace())
                        .limit(CLOSEST)
                        .anyMatch(at -> at.getClassName().startsWith(JAAS));
    }

    private static boolean isKeystore(Throwable cause) {
        return cause instanceof KafkaException
                && String.valueOf(cause.getMessage()).startsWith("Failed to load SSL keystore");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String named(String property) {
        return KAFKA_PROPERTIES + property;
    }
}
