package org.leeswijzer.ingest.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.LoanMaker;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.Lines;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.jsonl.JsonlDecoder;
import org.leeswijzer.ingest.koha.ItemTitles;
import org.leeswijzer.ingest.koha.KohaLoans;
import org.leeswijzer.ingest.koha.KohaOptions;
import org.leeswijzer.ingest.marc.MarcTitles;
import org.leeswijzer.ingest.mosaic.MosaicLoans;
import org.leeswijzer.ingest.mosaic.MosaicTitles;

/** The rows of a file, in whatever format it is. */
final class FileRows {
    private final ImportPlan plan;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    FileRows(ImportPlan plan, Pseudonyms pseudonyms, Clock clock) {
        this.plan = plan;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if the file has no such rows, or something has to be told to read them */
    Rows open(SourceFile file, Format format) throws IOException {
        if (format != Format.KOHA && !plan.koha().equals(KohaOptions.NONE)) {
            throw new IllegalArgumentException(
                    "%s is %s: items and anonymous patrons are told of koha's loans only"
                            .formatted(file.name(), format.text()));
        }
        return switch (format) {
            case JSONL -> new JsonRows(new Lines(file.content()), neutral());
            case CSV -> CsvRows.open(file, plan.columns(), neutral());
            case KOHA -> koha(file);
            case MOSAIC ->
                    plan.kind() == Kind.LOANS
                            ? new MosaicLoans(
                                    file, plan.neededLibrary(format), maker(), new LoanDay(clock))
                            : new MosaicTitles(file, plan.neededLibrary(format));
            case MARC21 -> {
                need(Kind.TITLES, format);
                yield MarcTitles.marc21(file, plan.neededLibrary(format), plan.marc());
            }
            case MARCXML -> {
                need(Kind.TITLES, format);
                yield MarcTitles.marcXml(file, plan.neededLibrary(format), plan.marc());
            }
            case AUTO -> throw new IllegalStateException("a format is found before it is read");
        };
    }

    private Rows koha(SourceFile file) throws IOException {
        need(Kind.LOANS, Format.KOHA);
        return KohaLoans.open(
                file,
                plan.neededLibrary(Format.KOHA),
                plan.koha().anonymousPatrons(),
                items(plan.koha().items()),
                maker(),
                new LoanDay(clock));
    }

    private static ItemTitles items(Optional<Path> path) throws IOException {
        if (path.isEmpty()) {
            return ItemTitles.NONE;
        }
        try (SourceFile file = SourceFile.open(path.get())) {
            return ItemTitles.read(file);
        }
    }

    private void need(Kind kind, Format format) {
        if (plan.kind() != kind) {
            throw new IllegalArgumentException(
                    kind == Kind.TITLES
                            ? "format is %s, which holds titles: import it with the titles"
                                    .formatted(format.text())
                            : "format is %s, which holds loans: import it with the loans"
                                    .formatted(format.text()));
        }
    }

    private JsonlDecoder neutral() {
        return new JsonlDecoder(pseudonyms, clock, plan.library().orElse(null));
    }

    private LoanMaker maker() {
        return new LoanMaker(pseudonyms);
    }
}
