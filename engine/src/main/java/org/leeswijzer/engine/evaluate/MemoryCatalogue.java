package org.leeswijzer.engine.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;

/** A catalogue read from a file for an evaluation: one library, found by record id alone. Fill it, then share it. */
public final class MemoryCatalogue implements Catalogue {
    private final Library library = new Library("evaluated");
    private final List<Title> titles = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Adds a title, or returns the number of the one that has this id. */
    public int add(String id, Description description) {
        Integer known = numbers.putIfAbsent(id, titles.size());
        if (known != null) {
            return known;
        }
        titles.add(
                new Title(
                        titles.size(),
                        List.of(new TitleRecord(library, id, null, null, description, false))));
        return titles.size() - 1;
    }

    /** Adds a book of which no more is known, as {@link #add} does. */
    public int addBook(String id, String name, List<String> authors, List<String> subjects) {
        return add(
                id,
                new Description(
                        name,
                        authors,
                        List.of(),
                        subjects,
                        List.of(),
                        "",
                        MediaType.BOOK,
                        Audience.UNKNOWN,
                        null));
    }

    @Override
    public int size() {
        return titles.size();
    }

    @Override
    public Title title(int number) {
        if (number < 0 || number >= titles.size()) {
            throw new IllegalArgumentException(
                    "title is %d: give 0 to %d".formatted(number, titles.size() - 1));
        }
        return titles.get(number);
    }

    @Override
    public OptionalInt find(@Nullable Library asking, String id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
