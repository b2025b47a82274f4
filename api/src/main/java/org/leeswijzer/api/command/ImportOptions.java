package org.leeswijzer.api.command;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.koha.KohaOptions;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.Format;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.marc.MarcField;
import org.leeswijzer.ingest.marc.MarcOptions;
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
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            description =
                    "jsonl, csv, koha, mosaic, marc21 or marcxml; auto, the default, tells by looking.")
    private String format = "";

    @Option(
            names = {"-m", "--map"},
            paramLabel = "FIELD=COLUMN,...",
            description = "Which column of CSV holds which field: patron=u,title=i,time=t.")
    private @Nullable String map;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description =
                    "For Koha's loans: CSV of itemnumber and biblionumber, to tell the title of an item.")
    private @Nullable Path items;

    @Option(
            names = "--anonymous-patron",
            paramLabel = "NUMBER",
            description =
                    "For Koha's loans: the number that stands for all who were made anonymous; may be given again.")
    private Set<String> anonymousPatrons = new LinkedHashSet<>();

    @Option(
            names = "--id-field",
            paramLabel = "FIELD",
            defaultValue = "001",
            description =
                    "For MARC: where the id of a title is, as its loans call it; ${DEFAULT-VALUE} by default, Koha's is 999c.")
    private String idField = "";

    @Option(
            names = "--item-field",
            paramLabel = "FIELD",
            defaultValue = "952$9",
            description =
                    "For MARC: where the ids of its items are; Koha's ${DEFAULT-VALUE} by default.")
    private String itemField = "";

    @Option(
            names = "--dry-run",
            description = "Says what would be taken and what is wrong, and writes nothing.")
    private boolean dryRun;

    @Option(
            names = "--to-store",
            description =
                    "Writes to the store of a service that does not run, even if a broker is named.")
    private boolean toStore;

    String file() {
        return file;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean toStore() {
        return toStore;
    }

    /** @throws IllegalArgumentException if an option has a value it cannot have */
    ImportPlan plan(Kind kind) {
        return new ImportPlan(
                kind,
                Optional.ofNullable(library).map(Library::new),
                Format.parse(format),
                map == null ? Columns.BY_NAME : Columns.parse(map),
                new KohaOptions(Optional.ofNullable(items), anonymousPatrons),
                new MarcOptions(MarcField.parse(idField), MarcField.parse(itemField)));
    }
}
