package org.leeswijzer.api.privacy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.leeswijzer.engine.loan.Ids;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Secrets;

/**
 * Whom it is about.
 *
 * @param library its code; that of the key if a front-end shows one and names none
 * @param patron the number by which the library knows the patron, as it stands in its loans
 */
@Serdeable
public record PatronJson(
        @Nullable String library,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String patron) {

    /** The library, which has to have patrons here: who mistypes its code shall not be told that all is well. */
    Library libraryIn(Secrets secrets) {
        if (library == null) {
            throw new IllegalArgumentException("library is missing: give its code");
        }
        Library named = new Library(library);
        if (!secrets.has(named)) {
            throw new IllegalArgumentException(
                    "library is '%s', of which no patron was ever heard here: give one that sends loans"
                            .formatted(library));
        }
        return named;
    }

    /** The pseudonym. */
    PatronKey keyIn(Secrets secrets) {
        if (patron == null || !Ids.isId(patron)) {
            throw new IllegalArgumentException(
                    "patron is no number of a patron: give 1 to %d characters, without line breaks"
                            .formatted(Ids.MAX_LENGTH));
        }
        return secrets.pseudonymiser(libraryIn(secrets)).patron(patron);
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "PatronJson[library=" + library + "]";
    }
}
