package org.leeswijzer.api.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does it, to be kept with the version. */
final class WhoOptions {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who does this, to be kept with the version; you by default.")
    private @Nullable String by;

    String by() {
        return by == null ? System.getProperty("user.name", "staff") : by;
    }
}
