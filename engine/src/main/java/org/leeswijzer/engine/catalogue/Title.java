package org.leeswijzer.engine.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;

/**
 * A title: the records of all libraries that describe one work in one kind of medium.
 *
 * <p>What it says does not depend on the order in which records came: the first record by library and id describes it,
 * with the ISBNs of all.
 *
 * @param number dense, from 0, never given again
 * @param records in order of library and id; empty as long as only loans have named the title
 */
public record Title(int number, List<TitleRecord> records) {

    public Title {
        records = records.stream().sorted().toList();
    }

    /** What the title is; empty as long as only loans have named it. */
    public Optional<Description> description() {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        Description first = records.get(0).description();
        if (records.size() == 1) {
            return Optional.of(first);
        }
        TreeSet<Isbn> isbns = new TreeSet<>();
        records.forEach(record -> isbns.addAll(record.description().isbns()));
        return Optional.of(
                new Description(
                        first.title(),
                        first.authors(),
                        List.copyOf(isbns),
                        first.subjects(),
                        first.series(),
                        first.language(),
                        first.mediaType(),
                        first.audience(),
                        first.year()));
    }

    /** The work's id if a source gave one. */
    public Optional<String> workId() {
        return records.stream()
                .flatMap(record -> Optional.ofNullable(record.workId()).stream())
                .findFirst();
    }

    /**
     * The record to show to readers of a library: the library's own if it has one, that of any library where none is
     * asked for; never a suppressed one.
     */
    public Optional<TitleRecord> shownIn(@Nullable Library library) {
        return records.stream()
                .filter(
                        record ->
                                !record.suppressed()
                                        && (library == null || record.library().equals(library)))
                .findFirst();
    }

    /** Whether the library shows this title to its readers. */
    public boolean heldBy(Library library) {
        return shownIn(library).isPresent();
    }
}
