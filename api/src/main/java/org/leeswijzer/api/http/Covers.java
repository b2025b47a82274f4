package org.leeswijzer.api.http;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.LibrarySites;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/** Where the covers of titles are, as far as libraries have said. */
@Singleton
final class Covers {
    private final LibrarySites sites;

    Covers(Settings settings) {
        sites = settings.sites();
    }

    /**
     * The cover's address; null if there is none.
     *
     * @param record that is shown of the title, whose own ISBN goes before those of other editions
     * @param asking whose template counts; if null, that of the record's library
     */
    @Nullable String of(Title title, TitleRecord record, @Nullable Library asking) {
        Library library = asking == null ? record.library() : asking;
        String id = record.library().equals(library) ? record.id() : null;
        return sites.cover(library).flatMap(url -> url.of(id, isbn(title, record))).orElse(null);
    }

    private static @Nullable String isbn(Title title, TitleRecord record) {
        return Stream.of(Optional.of(record.description()), title.description())
                .flatMap(Optional::stream)
                .map(Description::isbns)
                .flatMap(isbns -> isbns.stream().limit(1))
                .map(Isbn::digits)
                .findFirst()
                .orElse(null);
    }
}
