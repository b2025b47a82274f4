package org.leeswijzer.ingest.load;

import java.util.Optional;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.koha.KohaOptions;
import org.leeswijzer.ingest.marc.MarcOptions;

/**
 * What a file holds, and how to read it.
 *
 * @param library of rows that name none; only JSON Lines and CSV can name one
 * @param columns of CSV
 * @param koha for Koha's tables
 * @param marc for MARC 21 and MARCXML
 */
public record ImportPlan(
        Kind kind,
        Optional<Library> library,
        Format format,
        Columns columns,
        KohaOptions koha,
        MarcOptions marc) {

    /** A file whose format is told by looking, with columns named as the fields are. */
    public static ImportPlan of(Kind kind, Optional<Library> library) {
        return new ImportPlan(
                kind, library, Format.AUTO, Columns.BY_NAME, KohaOptions.NONE, MarcOptions.DEFAULT);
    }

    /** The same in a format that is given. */
    public ImportPlan in(Format given) {
        return new ImportPlan(kind, library, given, columns, koha, marc);
    }

    /** The same with columns of CSV. */
    public ImportPlan with(Columns given) {
        return new ImportPlan(kind, library, format, given, koha, marc);
    }

    /** The same with what is told of a library's Koha. */
    public ImportPlan with(KohaOptions given) {
        return new ImportPlan(kind, library, format, columns, given, marc);
    }

    /** The same with what is told of a catalogue. */
    public ImportPlan with(MarcOptions given) {
        return new ImportPlan(kind, library, format, columns, koha, given);
    }

    /**
     * The library, where rows cannot name one.
     *
     * @throws IllegalArgumentException if it is not given
     */
    Library neededLibrary(Format of) {
        return library.orElseThrow(
                () ->
                        new IllegalArgumentException(
                                "library is not given, and %s does not name one: give its code"
                                        .formatted(of.text())));
    }
}
