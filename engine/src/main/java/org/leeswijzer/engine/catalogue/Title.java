package org.leeswijzer.engine.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;

/**
 * A title: the records of all libraries that describe one work, in any edition and format.
 *
 * <p>What it says does not depend on the order in which records came: the first record by media type, library and id
 * describes it, with the ISBNs of all.
 *
 * @param number from 0, never that of another work at the same time
 * @param records in order of media type, library and id; empty as long as only loans have named the title, and where the
 *     editions that had the number are counted under another
 * @param splitOff whether staff decided that it is another work than what looks like it
 */
public record Title(int number, List<TitleRecord> records, boolean splitOff) {
    private static final Comparator<TitleRecord> ORDER =
            Comparator.comparing((TitleRecord record) -> record.description().mediaType())
                    .thenComparing(Comparator.naturalOrder());

    public Title {
        records = records.stream().sorted(ORDER).toList();
    }

    /** A title that staff have not split off. */
    public Title(int number, List<TitleRecord> records) {
        this(number, records, false);
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
                .min(Comparator.naturalOrder());
    }

    /**
     * The record to show to readers of a library: of its own editions the book before what is read aloud or on a screen;
     * that of any library where none is asked for; never a suppressed one.
     */
    public Optional<TitleRecord> shownIn(@Nullable Library library) {
        return shownIn(library, edition -> true);
    }

    /** The same of those editions alone that are wanted. */
    public Optional<TitleRecord> shownIn(@Nullable Library library, Predicate<TitleRecord> wanted) {
        return records.stream()
                .filter(
                        record ->
                                !record.suppressed()
                                        && (library == null || record.library().equals(library)))
                .filter(wanted)
                .findFirst();
    }

    /** Whether the library shows this title to its readers. */
    public boolean heldBy(Library library) {
        return shownIn(library).isPresent();
    }
}
