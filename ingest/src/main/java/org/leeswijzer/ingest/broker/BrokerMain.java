package org.leeswijzer.ingest.broker;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/**
 * Runs in the broker's process: formats the storage once, starts Kafka, and ends with the process that started it.
 * Started by {@link EmbeddedBroker} alone.
 *
 * <p>Kafka's own classes are called by name: they are Scala's, and on the class path only when this runs.
 */
public final class BrokerMain {
    private BrokerMain() {}

    /** Takes the file of properties and the folder of data. */
    public static void main(String[] args) throws ReflectiveOperationException {
        watchParent();
        String properties = args[0];
        if (!Files.exists(Path.of(args[1], "meta.properties"))) {
            format(properties);
        }
        Class.forName("kafka.Kafka")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {properties});
    }

    private static void format(String properties) throws ReflectiveOperationException {
        String[] command = {
            "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", properties
        };
        try {
            Object status =
                    Class.forName("kafka.tools.StorageTool")
                            .getMethod("execute", String[].class, PrintStream.class)
                            .invoke(null, command, System.out);
            if (!Integer.valueOf(0).equals(status)) {
                throw new IllegalStateException("the storage cannot be formatted: " + status);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the storage cannot be formatted", e.getCause());
        }
    }

    /*
     * The parent holds the other end of our standard input and never writes to it: its end is the parent's end, kill -9
     * included. Nothing is tidied up then; Kafka recovers its log when it next starts.
     */
    private static void watchParent() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    // Nobody writes, but if so, it means nothing.
                                }
                            } catch (IOException e) {
                                // As good as the end.
                            }
                            Runtime.getRuntime().halt(1);
                        },
                        "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
