package org.leeswijzer.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.leeswijzer.api.privacy.Word;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes the word of a patron who does not want to be remembered. */
@Command(
        name = "opt-out",
        description = {
            "Erases what is held on a patron, and has no loan of theirs held until they opt in."
        },
        mixinStandardHelpOptions = true)
final class OptOutCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private PatronDesk desk;

    @Override
    public Integer call() throws IOException, InterruptedException {
        spec.commandLine().getOut().println(WordText.of(desk.say(Word.OPT_OUT)));
        return 0;
    }
}
