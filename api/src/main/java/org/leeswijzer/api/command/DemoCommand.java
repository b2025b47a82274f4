package org.leeswijzer.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the service on a broker of its own, with a library to try it on, until it is stopped. */
@Command(
        name = "demo",
        description =
                "Starts a Kafka broker, publishes a catalogue and simulated loans through it, and serves suggestions.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ServerOptions server;

    @Option(
            names = {"-f", "--folder"},
            paramLabel = "FOLDER",
            description =
                    "Where broker, store and files are kept, to be found again next time; by default a temporary one that goes with the demo.")
    private @Nullable Path folder;

    @Option(
            names = "--patrons",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many patrons to simulate; ${DEFAULT-VALUE} by default.")
    private int patrons;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20",
            description = "Equal seeds give equal loans; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(
            names = "--login",
            description =
                    "Staff need a token, as of the service; without it everybody on this machine is staff, and --host can be of this machine alone.")
    private boolean login;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> listening = new HashMap<>(server.properties());
        listening.put("leeswijzer.no-login", !login);
        boolean isTemporary = folder == null;
        Path home = folder == null ? Files.createTempDirectory("leeswijzer-demo-") : folder;
        Demo demo =
                new Demo(
                        home,
                        isTemporary,
                        patrons,
                        seed,
                        LocalDate.now(ZoneOffset.UTC),
                        spec.commandLine().getOut());
        try (demo) {
            Shutdown.prepare(demo);
            start(demo, listening);
            demo.printAddresses();
            Shutdown.await();
        }
        return 0;
    }

    private static void start(Demo demo, Map<String, Object> listening)
            throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            demo.start(listening, progress);
        }
    }
}
