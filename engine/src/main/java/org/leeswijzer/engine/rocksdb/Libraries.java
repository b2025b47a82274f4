package org.leeswijzer.engine.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.leeswijzer.engine.loan.Library;

/** Libraries and their numbers, from 1 in the order they were first seen. One thread adds, many read. */
final class Libraries {
    private static final int MOST = 0xFFFF;

    private final Map<Library, Integer> numbers = new ConcurrentHashMap<>();
    private final List<Library> inOrder = new CopyOnWriteArrayList<>();
    private final ToIntFunction<Library> rotations;

    /** @param rotations how often the secret was rotated under which a new library's keys will be */
    Libraries(ToIntFunction<Library> rotations) {
        this.rotations = rotations;
    }

    void load(Reader reader) {
        numbers.clear();
        inOrder.clear();
        reader.scan(
                Table.META,
                Meta.libraryPrefix(),
                (key, value) -> {
                    add(new Library(new String(value, StandardCharsets.UTF_8)));
                    return true;
                });
    }

    /** The library's number; it gets one if it has none. */
    int number(Library library, Batch batch) {
        Integer known = numbers.get(library);
        if (known != null) {
            return known;
        }
        if (inOrder.size() == MOST) {
            throw new IllegalArgumentException(
                    "library is %s: there are %d already".formatted(library, MOST));
        }
        batch.put(
                Table.META,
                Meta.libraryKey(inOrder.size() + 1),
                library.code().getBytes(StandardCharsets.UTF_8));
        int rotation = rotations.applyAsInt(library);
        if (rotation > 0) {
            batch.put(Table.META, Meta.rotationKey(inOrder.size() + 1), Meta.value(rotation));
        }
        return add(library);
    }

    /** The library's number; 0 if it was never seen. */
    int numberOrZero(Library library) {
        return numbers.getOrDefault(library, 0);
    }

    Library library(int number) {
        return inOrder.get(number - 1);
    }

    int size() {
        return inOrder.size();
    }

    List<Library> all() {
        return List.copyOf(new ArrayList<>(inOrder));
    }

    private int add(Library library) {
        inOrder.add(library);
        numbers.put(library, inOrder.size());
        return inOrder.size();
    }
}
