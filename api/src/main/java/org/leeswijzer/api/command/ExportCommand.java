package org.leeswijzer.api.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.leeswijzer.api.privacy.HeldJson;
import org.leeswijzer.api.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what is held on a patron who asks. */
@Command(
        name = "export",
        description = {
            "Tells all that is held on a patron: loans, parked ones too, until when, where, and what the",
            "patron was promised. As text, or as JSON. Also while a service runs."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private PatronDesk desk;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "nl",
            description = "Of the text: nl or en; ${DEFAULT-VALUE} by default.")
    private String lang = "";

    @Option(names = "--json", description = "As JSON, in both languages.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Words words = Words.of(Locale.forLanguageTag(lang));
        HeldJson held = desk.export();
        spec.commandLine()
                .getOut()
                .println(json ? JsonText.of(held) : new HeldText(words).of(held));
        return 0;
    }
}
