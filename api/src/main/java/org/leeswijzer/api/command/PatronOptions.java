package org.leeswijzer.api.command;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.privacy.PatronJson;
import picocli.CommandLine.Option;

/** Options that say whom it is about. The number itself is none: whoever lists this machine's processes would see it. */
final class PatronOptions {
    private static final String STDIN = "-";

    @Option(
            names = {"-l", "--library"},
            paramLabel = "CODE",
            required = true,
            description = "The patron's library.")
    private String library = "";

    @Option(
            names = "--patron",
            paramLabel = "FILE",
            description =
                    "A file that holds the patron's number, or - for the standard input; without it you are asked. Never the number itself: others could see it.")
    private @Nullable String source;

    PatronJson patron() throws IOException {
        return new PatronJson(library, number().strip());
    }

    private String number() throws IOException {
        if (source == null) {
            return ask();
        }
        if (source.equals(STDIN)) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path file = Path.of(source);
        if (!Files.isReadable(file)) {
            // What was given is not told again: it may be the number.
            throw new IllegalArgumentException(
                    "patron is no file that can be read: give - and the number on the standard input, or a file that holds it");
        }
        return Files.readString(file);
    }

    private static String ask() {
        Console console =
                Optional.ofNullable(System.console())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "patron is missing: give - and the number on the standard input, or a file that holds it"));
        char[] number = console.readPassword("Patron's number (it is not shown): ");
        return number == null ? "" : new String(number);
    }
}
