package org.leeswijzer.api.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.leeswijzer.engine.loan.Library;

/**
 * Two libraries that do not exist. Each holds every series whole and four in five of the other titles, and every title is
 * in one of them at least, so that one can see what a library suggests of its own and what the two know together.
 */
enum DemoLibrary {
    OOSTERLICHT(0),
    KANAALSTAD(1);

    private static final int LOTS = 5;

    private final int number;

    DemoLibrary(int number) {
        this.number = number;
    }

    /** From 0; chance is seeded with it. */
    int number() {
        return number;
    }

    Library library() {
        return new Library(name().toLowerCase(Locale.ROOT));
    }

    /** How many of the demo's patrons are this library's: two thirds are the first one's. */
    int patrons(int all) {
        int smaller = all / 3;
        return this == OOSTERLICHT ? all - smaller : smaller;
    }

    boolean holds(DemoTitle title) {
        if (!title.series().isEmpty()) {
            return true;
        }
        CRC32 lot = new CRC32();
        lot.update(title.id().getBytes(StandardCharsets.UTF_8));
        return lot.getValue() % LOTS != number;
    }
}
