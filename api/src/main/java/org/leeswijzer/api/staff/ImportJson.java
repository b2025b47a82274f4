package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import org.leeswijzer.engine.transfer.ImportedModel;

/**
 * What came of an import.
 *
 * @param model as it is kept here
 * @param rows that were stored
 * @param neighbours that they have
 * @param neighboursLeftOut because their title is not known here, or too few patrons share the pair
 * @param unknownTitles of which no record was ever seen here
 * @param unknownLibraries that have never sent anything here
 */
@Serdeable
public record ImportJson(
        ModelJson model,
        long rows,
        long neighbours,
        long neighboursLeftOut,
        int unknownTitles,
        int unknownLibraries) {
    /** As it is told outside. */
    public static ImportJson of(ImportedModel imported) {
        return new ImportJson(
                ModelJson.of(imported.version()),
                imported.rows(),
                imported.neighbours(),
                imported.neighboursLeftOut(),
                imported.unknownTitles(),
                imported.unknownLibraries());
    }
}
