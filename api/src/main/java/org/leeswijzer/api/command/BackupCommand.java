package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.api.staff.BackupJson;
import org.leeswijzer.api.staff.BackupOrderJson;
import org.leeswijzer.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a backup: of a store that is not served, or by the service that serves it. */
@Command(
        name = "backup",
        description = {
            "Makes a backup of the store in a folder of its own, every file with its checksum, and checks",
            "it. The libraries' secrets are not in it: keep them apart. Without --url, of a store that is",
            "not served; with it the service makes the folder on its own machine, below leeswijzer.backups."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private SettingsOptions settings;
    @Mixin private ServiceOptions service;

    @Parameters(paramLabel = "DIR", description = "A folder that is not there yet.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<ServiceClient> running = service.service();
        BackupJson made =
                running.isPresent()
                        ? running.get()
                                .post(
                                        "/v1/store/backup",
                                        new BackupOrderJson(folder.toString()),
                                        BackupJson.class)
                        : ofStore();
        spec.commandLine()
                .getOut()
                .println(
                        "%s holds the store of %s in %d files, all checked"
                                .formatted(made.folder(), made.made(), made.files()));
        return 0;
    }

    private BackupJson ofStore() {
        Clock clock = Clock.systemUTC();
        try (ApplicationContext context = Service.context(settings.properties());
                Engine engine = Engine.openAtRest(context.getBean(Settings.class).engine(), clock);
                ProgressLine progress = ProgressLine.onStandardError()) {
            return BackupJson.of(
                    folder.toString(), engine.backups().write(folder, clock.instant(), progress));
        }
    }
}
