package org.leeswijzer.api.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where to listen. */
final class ServerOptions {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "Where to listen, 0 for any that is free; 8080 by default.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 127.0.0.1 by default, 0.0.0.0 for all.")
    private @Nullable String host;

    /** As the container takes them. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (port != null) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException(
                        "port is %d: give 0 to %d".formatted(port, HIGHEST_PORT));
            }
            // -1 is what the server calls any.
            properties.put("micronaut.server.port", port == 0 ? "-1" : port.toString());
        }
        if (host != null) {
            properties.put("micronaut.server.host", host);
        }
        return properties;
    }
}
