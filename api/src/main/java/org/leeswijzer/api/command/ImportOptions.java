package org.leeswijzer.api.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to import, and how to read it. */
final class ImportOptions {
    @Parameters(paramLabel = "FILE", description = "The file, or - for the standard input.")
    private String file = "";

    @Option(
            names = {"-l", "--library"},
            paramLabel = "CODE",
            description = "The library of lines that name none.")
    private @Nullable String library;

    @Option(
            names = {"-m", "--map"},
            paramLabel = "FIELD=COLUMN,...",
            description = "Which column of CSV holds which field: patron=u,title=i,time=t.")
    private @Nullable String map;

    @Option(
            names = "--to-store",
            description =
                    "Writes to the store of a service that does not run, even if a broker is named.")
    private boolean toStore;

    String file() {
        return file;
    }

    @Nullable String library() {
        return library;
    }

    @Nullable String map() {
        return map;
    }

    boolean toStore() {
        return toStore;
    }
}
