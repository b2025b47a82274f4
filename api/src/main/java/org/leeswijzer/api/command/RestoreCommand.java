package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.backup.Manifest;
import org.leeswijzer.engine.rocksdb.StoreRestore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of a store that is not served. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the store, which must not be served meanwhile. A backup that is",
            "damaged or incomplete is refused, and what is there stays. The service that is started next",
            "answers nobody until it has read the event log, where erasures since the backup stand."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;

    @Parameters(paramLabel = "DIR", description = "The folder of a backup.")
    private Path folder = Path.of("");

    @Option(
            names = "--serve-at-once",
            description =
                    "Nobody was erased since the backup, or you erase them again before you start the service.")
    private boolean serveAtOnce;

    @Override
    public Integer call() {
        try (ApplicationContext context = Service.context(settings.properties());
                ProgressLine progress = ProgressLine.onStandardError()) {
            Path store = context.getBean(Settings.class).engine().store();
            Manifest manifest = new StoreRestore(folder, store).run(serveAtOnce, progress);
            spec.commandLine()
                    .getOut()
                    .println("%s is the store of %s again".formatted(store, manifest.made()));
            if (!serveAtOnce) {
                spec.commandLine()
                        .getOut()
                        .println(
                                "it is served once the event log is read to its end: erasures since stand there");
            }
        }
        return 0;
    }
}
