package org.leeswijzer.benchmarks.generate;

import java.util.List;
import java.util.SplittableRandom;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/**
 * What a catalogue says of the titles that {@link LoanGenerator} lends out. Authors and a subject belong to a cluster, as
 * readers do, so that kinship and loans tell of the same fields; every name is made up and told apart by its number.
 */
public final class GeneratedTitles {
    private static final int AUTHORS_PER_CLUSTER = 40;
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 75;

    private static final List<String> QUALITIES =
            List.of(
                    "Quiet",
                    "Last",
                    "Hidden",
                    "Long",
                    "Northern",
                    "Broken",
                    "Small",
                    "Bright",
                    "Distant",
                    "Early",
                    "Silver",
                    "Wild",
                    "Empty",
                    "Golden",
                    "Slow",
                    "Second");
    private static final List<String> THINGS =
            List.of(
                    "Harbour",
                    "Garden",
                    "Winter",
                    "Road",
                    "House",
                    "River",
                    "Letter",
                    "Island",
                    "Bridge",
                    "Orchard",
                    "Season",
                    "Mirror",
                    "Mountain",
                    "Station",
                    "Song",
                    "Key",
                    "Window",
                    "Field",
                    "Clock",
                    "Shore",
                    "Lantern",
                    "Forest",
                    "Market",
                    "Tower");
    private static final List<String> TOPICS =
            List.of(
                    "Gardening",
                    "Seafaring",
                    "Crime",
                    "Astronomy",
                    "Cookery",
                    "Medicine",
                    "Travel",
                    "Poetry",
                    "Law",
                    "Birds",
                    "Painting",
                    "Philosophy",
                    "Cycling",
                    "Families",
                    "War",
                    "Music",
                    "Mathematics",
                    "Romance",
                    "Education",
                    "Sports");
    private static final List<String> FORMS =
            List.of("Novels", "Handbooks", "Essays", "Biographies", "Stories", "History");
    private static final List<String> FIRST_NAMES =
            List.of(
                    "Anna", "Bram", "Clara", "Daan", "Elif", "Finn", "Greta", "Hugo", "Iris",
                    "Jonas", "Karin", "Lars", "Mina", "Noor", "Otto", "Petra", "Ravi", "Sanne");
    private static final List<String> SURNAMES =
            List.of(
                    "Aalbers",
                    "Berends",
                    "Claessen",
                    "Doornbos",
                    "Eskes",
                    "Fokkens",
                    "Geurts",
                    "Hoekman",
                    "Ising",
                    "Jorritsma",
                    "Kuyvenhoven",
                    "Lubbes",
                    "Meinders",
                    "Nauta",
                    "Oosting",
                    "Prakken",
                    "Ruiter",
                    "Siebenga",
                    "Terpstra",
                    "Wiarda");
    private static final List<String> LANGUAGES = List.of("dut", "dut", "dut", "eng", "eng", "ger");
    private static final List<MediaType> MEDIA =
            List.of(
                    MediaType.BOOK,
                    MediaType.BOOK,
                    MediaType.BOOK,
                    MediaType.BOOK,
                    MediaType.BOOK,
                    MediaType.BOOK,
                    MediaType.EBOOK,
                    MediaType.FILM);

    private final LoanGenerator generator;

    /** @param generator whose titles are described; its seed is theirs too */
    public GeneratedTitles(LoanGenerator generator) {
        this.generator = generator;
    }

    /** The id that the library gives the record of this title. */
    public static String id(int title) {
        return "t" + title;
    }

    /** The library's record of this title. */
    public TitleRecord record(Library library, int title) {
        return new TitleRecord(library, id(title), null, null, description(title), false);
    }

    private Description description(int title) {
        SplittableRandom random = new SplittableRandom(31 * generator.seed() + title);
        int cluster = generator.cluster(title);
        // Titles of a series would be borrowed together, which the generated loans know nothing of.
        return new Description(
                "The %s %s, %d".formatted(any(QUALITIES, random), any(THINGS, random), title),
                List.of(author(cluster, random)),
                List.of(),
                List.of(numbered(TOPICS, cluster), any(FORMS, random)),
                List.of(),
                any(LANGUAGES, random),
                any(MEDIA, random),
                cluster % 5 == 4 ? Audience.CHILDREN : Audience.ADULT,
                FIRST_YEAR + random.nextInt(YEARS));
    }

    /* The square of an even draw: some write much, most little. */
    private static String author(int cluster, SplittableRandom random) {
        double at = random.nextDouble();
        int author = cluster * AUTHORS_PER_CLUSTER + (int) (at * at * AUTHORS_PER_CLUSTER);
        String first = FIRST_NAMES.get(author % FIRST_NAMES.size());
        return numbered(SURNAMES, author / FIRST_NAMES.size()) + ", " + first;
    }

    /* As many names as are needed: behind the last of the list the first comes again, with a number. */
    private static String numbered(List<String> names, int index) {
        String name = names.get(index % names.size());
        int round = index / names.size();
        return round == 0 ? name : name + " " + (round + 1);
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
