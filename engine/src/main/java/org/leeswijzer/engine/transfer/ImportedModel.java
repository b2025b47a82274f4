package org.leeswijzer.engine.transfer;

import org.leeswijzer.engine.model.ModelVersion;

/**
 * What came of an import.
 *
 * @param version as it is kept here
 * @param rows that were stored
 * @param neighbours that they have
 * @param neighboursLeftOut because their title is not known here, or too few patrons share the pair
 * @param unknownTitles of which no record was ever seen here
 * @param unknownLibraries that have never sent anything here
 */
public record ImportedModel(
        ModelVersion version,
        long rows,
        long neighbours,
        long neighboursLeftOut,
        int unknownTitles,
        int unknownLibraries) {}
