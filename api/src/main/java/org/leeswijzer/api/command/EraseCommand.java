package org.leeswijzer.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.leeswijzer.api.privacy.Word;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases a patron. */
@Command(
        name = "erase",
        description = {
            "Erases what is held on a patron, at once, and keeps it away. Loans of later days count.",
            "With a broker it is published, and every service that reads the log erases; without one,",
            "it is done in the store of a service that does not run."
        },
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private PatronDesk desk;

    @Option(
            names = "--for-good",
            description = "Of who will not come back: no later loan counts either.")
    private boolean forGood;

    @Override
    public Integer call() throws IOException, InterruptedException {
        spec.commandLine()
                .getOut()
                .println(WordText.of(desk.say(forGood ? Word.ERASE_FOR_GOOD : Word.ERASE)));
        return 0;
    }
}
