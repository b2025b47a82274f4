package org.leeswijzer.engine.kinship;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/** A catalogue to put titles on one by one. */
final class Shelf implements Catalogue {
    private final List<Title> titles = new ArrayList<>();

    /** What a description says, as kinship sees it. */
    record Told(String title, List<String> authors, List<String> subjects, List<String> series) {
        Description description(String... isbns) {
            return new Description(
                    title,
                    authors,
                    List.of(isbns).stream().map(Isbn::new).toList(),
                    subjects,
                    series,
                    "",
                    MediaType.BOOK,
                    Audience.UNKNOWN,
                    null);
        }
    }

    static Shelf of(List<Told> told) {
        Shelf shelf = new Shelf();
        told.forEach(each -> shelf.add(each.description()));
        return shelf;
    }

    int add(String title, String author, String... subjects) {
        return add(title, List.of(author), List.of(subjects), List.of());
    }

    int add(String title, List<String> authors, List<String> subjects, List<String> series) {
        return add(new Told(title, authors, subjects, series).description());
    }

    int add(Description description) {
        int number = addUnknown();
        describe(number, description);
        return number;
    }

    int addUnknown() {
        titles.add(new Title(titles.size(), List.of()));
        return titles.size() - 1;
    }

    void describe(int number, Description description) {
        TitleRecord record =
                new TitleRecord(new Library("north"), "t" + number, null, null, description, false);
        titles.set(number, new Title(number, List.of(record)));
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
        return OptionalInt.empty();
    }
}
