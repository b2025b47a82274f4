package org.leeswijzer.api.command;

import java.util.concurrent.Callable;
import org.leeswijzer.ingest.load.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Imports files of loans or of titles. */
@Command(
        name = "import",
        description =
                "Imports a file of loans or of titles: JSON Lines, CSV, Koha's, MOSAIC's or MARC, also packed with gzip.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "give loans or titles, and a file");
    }

    @Command(
            name = "loans",
            description =
                    "Imports loans; lines that cannot be read are told, and the rest is taken.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:all lines were taken", "1:failed", "3:some lines were bad"})
    int loans(@Mixin SettingsOptions settings, @Mixin ImportOptions options) throws Exception {
        return new FileImport(Kind.LOANS, options, settings.properties()).run(spec.commandLine());
    }

    @Command(
            name = "titles",
            description =
                    "Imports titles; lines that cannot be read are told, and the rest is taken.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:all lines were taken", "1:failed", "3:some lines were bad"})
    int titles(@Mixin SettingsOptions settings, @Mixin ImportOptions options) throws Exception {
        return new FileImport(Kind.TITLES, options, settings.properties()).run(spec.commandLine());
    }
}
