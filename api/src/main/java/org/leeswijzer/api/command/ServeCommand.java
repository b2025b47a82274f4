package org.leeswijzer.api.command;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.leeswijzer.api.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves what the store holds, and reads the event log where a broker is configured, until it is stopped. */
@Command(
        name = "serve",
        description = "Serves suggestions, and reads the event log if a broker is named.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;
    @Mixin private ServerOptions server;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = new HashMap<>(settings.properties());
        properties.putAll(server.properties());
        try (Service service = Service.open(properties)) {
            Shutdown.prepare(service);
            URI address = service.listen();
            spec.commandLine().getOut().println("Leeswijzer listens at " + address + "/");
            spec.commandLine().getOut().flush();
            Shutdown.await();
        }
        return 0;
    }
}
