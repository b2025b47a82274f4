package org.leeswijzer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.similarity.LoanTable;

/**
 * Seven patrons and nine titles, small enough to work out by hand.
 *
 * <pre>
 *                      An  Bo  Cas Dirk Els Fien Gijs
 *  0 De avonden         x   x   x   x
 *  1 Donkere kamer      x   x   x   x
 *  2 Donkere k. (pocket)                 x              another edition of 1
 *  3 Op weg                                   x         by the author of 0
 *  4 Jip en Janneke                      x    x    x    for children
 *  5 Pluk                                x    x    x    for children, by the author of 4
 *  6 Vogelgids          x   x            x              two patrons share it with 0
 *  7 hidden             x   x   x                       suppressed
 *  8 named by loans     x   x   x   x                   in no catalogue
 * </pre>
 */
public final class TinyLibrary implements Catalogue {
    public static final int EVENINGS = 0;
    public static final int DARKROOM = 1;
    public static final int DARKROOM_POCKET = 2;
    public static final int TRAVELLING = 3;
    public static final int JIP = 4;
    public static final int PLUK = 5;
    public static final int BIRDS = 6;
    public static final int HIDDEN = 7;
    public static final int NAMED_BY_LOANS = 8;

    public static final Library LIBRARY = new Library("klein");

    /** By patron, An first. */
    private static final int[][] BORROWED = {
        {0, 1, 6, 7, 8}, {0, 1, 6, 7, 8}, {0, 1, 7, 8}, {0, 1, 8}, {2, 4, 5, 6}, {3, 4, 5}, {4, 5}
    };

    private final List<Title> titles = new ArrayList<>();

    public TinyLibrary() {
        add("De avonden", "Gerard Reve", "Roman", Audience.ADULT, false);
        add(
                "De donkere kamer van Damokles",
                "Hermans, Willem Frederik",
                "Oorlog",
                Audience.ADULT,
                false);
        add(
                "De donkere kamer van Damokles.",
                "Willem Frederik Hermans",
                "Oorlog",
                Audience.ADULT,
                false);
        add("Op weg naar het einde", "Gerard Reve", "Brieven", Audience.ADULT, false);
        add("Jip en Janneke", "Annie M.G. Schmidt", "Roman", Audience.CHILDREN, false);
        add("Pluk van de Petteflet", "Annie M.G. Schmidt", "Vriendschap", Audience.CHILDREN, false);
        add("Vogelgids", "Lars Svensson", "Vogels", Audience.ADULT, false);
        add("Het verborgene", "Gerard Reve", "Roman", Audience.ADULT, true);
        titles.add(new Title(NAMED_BY_LOANS, List.of()));
    }

    private void add(
            String title, String author, String subject, Audience audience, boolean suppressed) {
        Description description =
                new Description(
                        title,
                        List.of(author),
                        List.of(),
                        List.of(subject),
                        List.of(),
                        "dut",
                        MediaType.BOOK,
                        audience,
                        null);
        TitleRecord record =
                new TitleRecord(LIBRARY, "r" + titles.size(), null, null, description, suppressed);
        titles.add(new Title(titles.size(), List.of(record)));
    }

    /** All loans, of one day. */
    public LoanTable table() {
        LoanTable.Builder builder = new LoanTable.Builder();
        for (int[] patron : BORROWED) {
            for (int title : patron) {
                builder.loan(title, 20_000);
            }
            builder.endOfPatron();
        }
        return builder.build(titles.size());
    }

    @Override
    public int size() {
        return titles.size();
    }

    @Override
    public Title title(int number) {
        return titles.get(number);
    }

    @Override
    public OptionalInt find(Library library, String id) {
        return IntStream.range(0, size()).filter(number -> id.equals("r" + number)).findFirst();
    }
}
