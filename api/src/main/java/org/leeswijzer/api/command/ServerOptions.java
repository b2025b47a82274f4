package org.leeswijzer.api.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where to listen. */
final class ServerOptions {
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
            // -1 is what the server calls any.
            properties.put("micronaut.server.port", port == 0 ? "-1" : port.toString());
        }
        if (host != null) {
            properties.put("micronaut.server.host", host);
        }
        return properties;
    }
}
