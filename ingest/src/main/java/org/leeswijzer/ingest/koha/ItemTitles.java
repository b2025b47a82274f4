package org.leeswijzer.ingest.koha;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.file.SourceFile;

/**
 * Which title each item is a copy of, out of a CSV file of Koha's {@code items} (and {@code deleteditems}) with at least
 * the columns {@code itemnumber} and {@code biblionumber}.
 */
public final class ItemTitles {
    /** Nothing known of any item. */
    public static final ItemTitles NONE = new ItemTitles(Map.of(), 0);

    private final Map<String, String> titles;
    private final long bad;

    private ItemTitles(Map<String, String> titles, long bad) {
        this.titles = titles;
        this.bad = bad;
    }

    /**
     * Reads such a file; lines that cannot be read are counted, and their items stay unknown.
     *
     * @throws IllegalArgumentException if it lacks one of the columns
     */
    public static ItemTitles read(SourceFile file) throws IOException {
        KohaTable table = KohaTable.open(file);
        int item = table.place("itemnumber");
        int title = table.place("biblionumber");
        if (item < 0 || title < 0) {
            throw new IllegalArgumentException(
                    "%s has no column %s: give itemnumber and biblionumber"
                            .formatted(file.name(), item < 0 ? "itemnumber" : "biblionumber"));
        }
        Map<String, String> titles = new HashMap<>();
        Map<String, String> once = new HashMap<>();
        long bad = 0;
        for (boolean more = true; more; ) {
            try {
                more = table.next();
                String number = more ? table.cell(item) : null;
                String its = more ? table.cell(title) : null;
                if (number != null && its != null) {
                    titles.put(number, once.computeIfAbsent(its, same -> same));
                }
            } catch (BadRecord e) {
                bad++;
            }
        }
        return new ItemTitles(titles, bad);
    }

    /** The title of an item; null if it is not known. */
    @Nullable String of(String item) {
        return titles.get(item);
    }

    /** How many items are known. */
    public int size() {
        return titles.size();
    }

    /** How many lines could not be read. */
    public long bad() {
        return bad;
    }
}
