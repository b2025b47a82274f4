package org.leeswijzer.api.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands; alone it says how it is used. */
@Command(
        name = "leeswijzer",
        description =
                "Tells a library's readers which other titles to read, from the loans themselves.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            RetrainCommand.class,
            ModelsCommand.class,
            WorksCommand.class,
            ReplayCommand.class,
            DeadLettersCommand.class,
            EraseCommand.class,
            OptOutCommand.class,
            OptInCommand.class,
            ExportCommand.class,
            RotateSecretCommand.class,
            KeyCommand.class,
            PrivacyReportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EvaluateCommand.class,
            SuggestCommand.class,
            ExplainCommand.class
        },
        footer = {
            "",
            "Every setting can also come from a file (--config) or the environment:",
            "leeswijzer.min-borrowers is LEESWIJZER_MIN_BORROWERS there."
        })
public final class LeeswijzerCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    /** Runs what the arguments say, and returns the exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new LeeswijzerCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "give a command");
    }
}
