package org.leeswijzer.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.leeswijzer.api.privacy.Word;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes the word of a patron who opted out and wants to be remembered again. */
@Command(
        name = "opt-in",
        description = {"Has loans of later days count again, of a patron who opted out."},
        mixinStandardHelpOptions = true)
final class OptInCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private PatronDesk desk;

    @Override
    public Integer call() throws IOException, InterruptedException {
        spec.commandLine().getOut().println(WordText.of(desk.say(Word.OPT_IN)));
        return 0;
    }
}
