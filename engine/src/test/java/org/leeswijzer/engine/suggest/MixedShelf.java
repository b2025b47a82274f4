package org.leeswijzer.engine.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/** A dozen titles of two libraries with few authors, series and subjects, and one work in two editions. */
final class MixedShelf implements Catalogue {
    static final Library NOORD = new Library("noord");
    static final Library ZUID = new Library("zuid");
    static final int NOORDS_EDITION = 10;
    static final int ZUIDS_EDITION = 11;

    private static final List<String> AUTHORS = List.of("Anna Bijns", "Bredero", "Cats", "Vondel");

    private final List<Title> titles = new ArrayList<>();

    MixedShelf(Random random) {
        for (int number = 0; number < NOORDS_EDITION; number++) {
            add(
                    "Title " + number,
                    AUTHORS.get(random.nextInt(AUTHORS.size())),
                    random.nextInt(3) == 0 ? List.of("Series " + random.nextInt(2)) : List.of(),
                    "Subject " + random.nextInt(3),
                    random.nextInt(4) == 0 ? Audience.CHILDREN : Audience.ADULT,
                    random.nextInt(4) == 0 ? ZUID : NOORD,
                    random.nextInt(8) == 0);
        }
        add("Emblemata", "Hooft", List.of(), "Subject 0", Audience.ADULT, NOORD, false);
        add("Emblemata.", "Hooft", List.of(), "Subject 1", Audience.ADULT, ZUID, false);
    }

    private void add(
            String name,
            String author,
            List<String> series,
            String subject,
            Audience audience,
            Library library,
            boolean suppressed) {
        Description description =
                new Description(
                        name,
                        List.of(author),
                        List.of(),
                        List.of(subject),
                        series,
                        "dut",
                        MediaType.BOOK,
                        audience,
                        null);
        titles.add(
                new Title(
                        titles.size(),
                        List.of(
                                new TitleRecord(
                                        library,
                                        "t" + titles.size(),
                                        null,
                                        null,
                                        description,
                                        suppressed))));
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
    public OptionalInt find(@Nullable Library library, String id) {
        return OptionalInt.empty();
    }
}
