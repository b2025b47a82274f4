package org.leeswijzer.api.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at versions of the model, publishes them, rolls back, and takes them from one store to another. */
@Command(
        name = "models",
        description =
                "Looks at versions of the model, publishes them, rolls back, takes them out and brings them in.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private static final String VERSION = "VERSION";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "give list, show, diff, publish, rollback, unpin, export or import");
    }

    /** What is done at a desk. */
    @FunctionalInterface
    private interface Work {
        void at(Desk desk, ModelsText out) throws IOException, InterruptedException;
    }

    private void look(DeskOptions options, Work work) throws IOException, InterruptedException {
        work(options, false, work);
    }

    private void change(DeskOptions options, Work work) throws IOException, InterruptedException {
        work(options, true, work);
    }

    private void work(DeskOptions options, boolean toChange, Work work)
            throws IOException, InterruptedException {
        try (Desk desk = options.desk(toChange)) {
            work.at(desk, new ModelsText(spec.commandLine().getOut()));
        }
    }

    @Command(
            name = "list",
            description = "Lists the versions whose rows are kept.",
            mixinStandardHelpOptions = true)
    void list(@Mixin DeskOptions options) throws IOException, InterruptedException {
        look(options, (desk, out) -> out.list(desk.models()));
    }

    @Command(
            name = "show",
            description = "Shows what is known of a version.",
            mixinStandardHelpOptions = true)
    void show(@Mixin DeskOptions options, @Parameters(paramLabel = VERSION) int version)
            throws IOException, InterruptedException {
        look(options, (desk, out) -> out.show(desk.model(version)));
    }

    @Command(
            name = "diff",
            description =
                    "Shows the titles whose first ten neighbours are most different in a version than in another.",
            mixinStandardHelpOptions = true)
    void diff(
            @Mixin DeskOptions options,
            @Parameters(paramLabel = "SINCE") int since,
            @Parameters(paramLabel = VERSION) int version,
            @Option(
                            names = {"-l", "--library"},
                            paramLabel = "CODE",
                            description = "Whose own loans count; those of all by default.")
                    @Nullable String library,
            @Option(
                            names = {"-n", "--limit"},
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "At most so many titles; ${DEFAULT-VALUE} by default.")
                    int limit)
            throws IOException, InterruptedException {
        look(options, (desk, out) -> out.diff(desk.changes(version, since, library, limit)));
    }

    @Command(
            name = "publish",
            description =
                    "Serves a version from now on; a kept one is pinned, a withheld one needs a reason.",
            mixinStandardHelpOptions = true)
    void publish(
            @Mixin DeskOptions options,
            @Mixin WhoOptions who,
            @Parameters(paramLabel = VERSION) int version,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Is kept with it.")
                    @Nullable String reason)
            throws IOException, InterruptedException {
        change(options, (desk, out) -> out.list(desk.publish(version, who.by(), reason)));
    }

    @Command(
            name = "rollback",
            description = "Serves an older version again, the one before by default, and pins it.",
            mixinStandardHelpOptions = true)
    void rollBack(
            @Mixin DeskOptions options,
            @Mixin WhoOptions who,
            @Parameters(paramLabel = VERSION, arity = "0..1") Optional<Integer> version,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Is kept with it.")
                    @Nullable String reason)
            throws IOException, InterruptedException {
        change(
                options,
                (desk, out) ->
                        out.list(
                                version.isPresent()
                                        ? desk.publish(version.get(), who.by(), reason)
                                        : desk.rollBack(who.by(), reason)));
    }

    @Command(
            name = "unpin",
            description = "Lets the version that serves follow the loans again.",
            mixinStandardHelpOptions = true)
    void unpin(@Mixin DeskOptions options) throws IOException, InterruptedException {
        change(options, (desk, out) -> out.list(desk.unpin()));
    }

    @Command(
            name = "export",
            description = "Writes a version as one file, with a checksum and without patrons.",
            mixinStandardHelpOptions = true)
    void takeOut(
            @Mixin DeskOptions options,
            @Parameters(paramLabel = VERSION) int version,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException, InterruptedException {
        look(
                options,
                (desk, out) -> {
                    desk.takeOut(version, file);
                    out.exported(version, file);
                });
    }

    @Command(
            name = "import",
            description = "Brings in a file that export wrote; publish it to serve it.",
            mixinStandardHelpOptions = true)
    void bringIn(
            @Mixin DeskOptions options,
            @Mixin WhoOptions who,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException, InterruptedException {
        change(options, (desk, out) -> out.imported(desk.bringIn(file, who.by())));
    }
}
