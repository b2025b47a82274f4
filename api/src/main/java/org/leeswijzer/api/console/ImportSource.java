package org.leeswijzer.api.console;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.load.Columns;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.Kind;

/** A file that somebody sent, held in memory alone: the numbers of patrons are in it. */
final class ImportSource {
    /** What is imported at a time; for more there is the command. */
    static final int MOST_MIB = 32;

    private static final int MIB = 1 << 20;
    private static final int LONGEST_NAME = 80;

    private final String name;
    private final byte[] bytes;
    private final ImportPlan plan;

    /**
     * One that is small enough.
     *
     * @param name as they called it
     * @param bytes not to be changed any more
     * @throws IllegalArgumentException if it is empty, packed or too large
     */
    ImportSource(String name, byte[] bytes, ImportPlan plan) {
        check(bytes);
        this.name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        this.bytes = bytes;
        this.plan = plan;
    }

    private static void check(byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("the file is empty: choose another");
        }
        if (bytes.length > MOST_MIB * MIB) {
            throw new IllegalArgumentException(
                    "the file is larger than %d MiB: send parts of it, or use the command import"
                            .formatted(MOST_MIB));
        }
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            throw new IllegalArgumentException(
                    "the file is packed with gzip: unpack it, or use the command import");
        }
    }

    /**
     * As a form has it.
     *
     * @param kind {@code titles}, else loans
     * @param library of rows that name none; null if every row has to
     * @param map which column is which field; null if they have the names of fields
     */
    static ImportSource of(
            String name,
            byte[] bytes,
            String kind,
            @Nullable String library,
            @Nullable String map) {
        ImportPlan plan =
                ImportPlan.of(
                        kind.equals("titles") ? Kind.TITLES : Kind.LOANS,
                        Optional.ofNullable(library).map(Library::new));
        return new ImportSource(name, bytes, map == null ? plan : plan.with(Columns.parse(map)));
    }

    /** For pages. */
    String name() {
        return name;
    }

    ImportPlan plan() {
        return plan;
    }

    int size() {
        return bytes.length;
    }

    /** What it says, from its beginning. */
    InputStream content() {
        return new ByteArrayInputStream(bytes);
    }
}
