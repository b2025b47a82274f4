package org.leeswijzer.api.service;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.privacy.FeedbackSecret;
import org.leeswijzer.ingest.LoanConsumer;

/**
 * The service of one process: the engine, the consumer of the event log and the HTTP server, opened in this order and
 * closed in the other, so that no request and no record ever meets a store that is not open.
 */
public final class Service implements AutoCloseable {
    /** The property that names a file of settings. */
    public static final String CONFIG = "leeswijzer-config-file";

    private final ApplicationContext context;
    private final Engine engine;
    private final Optional<LoanConsumer> consumer;
    private final RestoreWatch restoreWatch;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private Service(ApplicationContext context) {
        this.context = context;
        engine = context.getBean(Engine.class);
        consumer = context.findBean(LoanConsumer.class);
        restoreWatch = context.getBean(RestoreWatch.class);
        // Made now, not with the first answer: replicas copy it.
        var unused = context.getBean(FeedbackSecret.class);
    }

    /**
     * Opens the store and starts to read the event log; nothing is served yet.
     *
     * @param properties that go before those of files and of the environment
     * @throws org.leeswijzer.engine.loan.StoreException if the store cannot be opened
     */
    public static Service open(Map<String, Object> properties) {
        ApplicationContext context = start(properties);
        try {
            Service service = new Service(context);
            service.consumer.ifPresent(LoanConsumer::start);
            service.consumer.ifPresent(service.restoreWatch::start);
            return service;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Settings for a command that opens the store itself, or none: metrics would open it to ask what is in it. */
    public static ApplicationContext context(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("micronaut.metrics.enabled", false);
        return start(all);
    }

    private static ApplicationContext start(Map<String, Object> properties) {
        Map<String, Object> others = new HashMap<>(properties);
        Object file = others.remove(CONFIG);
        ApplicationContextBuilder builder =
                ApplicationContext.builder().deduceEnvironment(false).properties(others);
        if (file != null) {
            builder.propertySources(ConfigFile.read(Path.of(file.toString())));
        }
        return builder.start();
    }

    /**
     * Listens from now on; returns the address.
     *
     * @throws IllegalArgumentException if that address is in use, or none of this machine
     */
    public URI listen() {
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        try {
            return server.start().getURI();
        } catch (ServerStartupException e) {
            throw new IllegalArgumentException(
                    "%s:%d cannot be listened on: give another host or port (%s)"
                            .formatted(server.getHost(), server.getPort(), e.getMessage()),
                    e);
        }
    }

    ApplicationContext container() {
        return context;
    }

    /** The engine, to be asked and filled. */
    public Engine engine() {
        return engine;
    }

    /** The consumer; empty where no broker is configured. */
    public Optional<LoanConsumer> consumer() {
        return consumer;
    }

    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        context.findBean(EmbeddedServer.class).ifPresent(EmbeddedServer::stop);
        restoreWatch.close();
        consumer.ifPresent(LoanConsumer::close);
        try {
            engine.close();
        } finally {
            if (context.isRunning()) {
                context.close();
            }
        }
    }
}
