package org.leeswijzer.ingest.koha;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be told of a library's Koha.
 *
 * @param items a file of {@code itemnumber} and {@code biblionumber}, for loans that name items only
 * @param anonymousPatrons numbers of {@code AnonymousPatron} among Koha's system preferences, now and before
 */
public record KohaOptions(Optional<Path> items, Set<String> anonymousPatrons) {
    /** Nothing told. */
    public static final KohaOptions NONE = new KohaOptions(Optional.empty(), Set.of());

    public KohaOptions {
        anonymousPatrons = Set.copyOf(anonymousPatrons);
    }
}
