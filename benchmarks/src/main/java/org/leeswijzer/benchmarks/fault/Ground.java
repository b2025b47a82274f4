package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** The folder of one fault, with its store, its secrets and its broker; what children say goes to the folder of logs. */
final class Ground {
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final Path folder;
    private final Path logs;
    private final Scale scale;

    /**
     * Makes the folder.
     *
     * @param logs of all faults
     */
    Ground(Path folder, Path logs, Scale scale) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.logs = Files.createDirectories(logs);
        this.scale = scale;
    }

    Scale scale() {
        return scale;
    }

    Path folder() {
        return folder;
    }

    /** A source of what is drawn, the same in every run. */
    SplittableRandom random() {
        return new SplittableRandom(scale.seed());
    }

    /** The same for the one of many that has this number. */
    SplittableRandom random(int number) {
        return new SplittableRandom(scale.seed() * 1_000_003 + number);
    }

    /** What is published. */
    SeededLoans loans() {
        return new SeededLoans(scale.loans(), scale.seed());
    }

    /** All that any fault publishes, to be searched for. */
    SeededLoans searched() {
        return new SeededLoans(Math.max(FullDisk.LOANS, scale.loans()), scale.seed());
    }

    /** Starts the broker, or starts it again with what it held; it has our topics. */
    EmbeddedBroker broker() {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        Topics.create(broker.bootstrapServers());
        return broker;
    }

    Path store() {
        return folder.resolve("store");
    }

    /** Settings of a store in this folder, under the same secrets as all others here. */
    EngineSettings settings(Path store) {
        EngineSettings defaults = EngineSettings.in(folder);
        return new EngineSettings(
                store,
                defaults.secrets(),
                defaults.minBorrowers(),
                defaults.retention(),
                defaults.threads(),
                defaults.keeping(),
                defaults.languages());
    }

    /** Starts the service on a store. */
    ChildService serve(EmbeddedBroker broker, Path store, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--port=0",
                                "--folder=" + folder,
                                "--set=leeswijzer.store=" + store,
                                "--bootstrap-servers=" + broker.bootstrapServers()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    /** Starts a command. */
    ChildService run(List<String> arguments) throws IOException {
        String name = "%s-%03d.log".formatted(folder.getFileName(), CHILDREN.incrementAndGet());
        return ChildService.start(logs.resolve(name), arguments);
    }
}
