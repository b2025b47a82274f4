package org.leeswijzer.engine.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.catalogue.WorkKey;
import org.leeswijzer.engine.loan.Library;

/** Which works are there already, and by which title. For one thread. */
final class Editions {
    private final Map<Object, Integer> byKey = new HashMap<>();

    /** A source's own name of a work, in one form. */
    private record NamedWork(String id, MediaType form) {}

    /*
     * What the store counts apart may be the same work to a reader, as a translation is. Staff know better: what they split
     * off is another work.
     */
    private static List<Object> keys(Title title, Description description) {
        if (title.splitOff()) {
            return List.of();
        }
        List<Object> keys = new ArrayList<>(2);
        WorkKey.of(description).ifPresent(keys::add);
        for (TitleRecord record : title.records()) {
            if (record.workId() != null) {
                keys.add(new NamedWork(record.workId(), record.description().mediaType().form()));
            }
        }
        return keys;
    }

    /** Notes a title; of several editions the first stays. */
    void add(Title title, Description description) {
        keys(title, description).forEach(key -> byKey.putIfAbsent(key, title.number()));
    }

    /** The number of the edition that is there; empty if there is none. */
    OptionalInt of(Title title, Description description) {
        return keys(title, description).stream()
                .filter(byKey::containsKey)
                .mapToInt(byKey::get)
                .findFirst();
    }

    /**
     * The same candidates with each work once, where its best edition stands: the best that the library holds, or else that
     * best one.
     */
    static List<Accepted> heldOf(List<Accepted> ranked, Library library) {
        Editions held = new Editions();
        Map<Integer, Accepted> byNumber = new HashMap<>();
        for (Accepted each : ranked) {
            if (each.title().heldBy(library)) {
                held.add(each.title(), each.description());
                byNumber.put(each.title().number(), each);
            }
        }
        Editions seen = new Editions();
        List<Accepted> kept = new ArrayList<>();
        for (Accepted each : ranked) {
            if (seen.of(each.title(), each.description()).isEmpty()) {
                seen.add(each.title(), each.description());
                OptionalInt better = held.of(each.title(), each.description());
                kept.add(better.isPresent() ? byNumber.get(better.getAsInt()) : each);
            }
        }
        return kept;
    }
}
