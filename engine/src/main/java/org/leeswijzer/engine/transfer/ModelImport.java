package org.leeswijzer.engine.transfer;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Origin;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/** Takes one version of the model in from a file: it is kept, and serves once somebody publishes it. */
public final class ModelImport {
    private static final int NONE = -1;

    private final LoanStore store;
    private final int minBorrowers;
    private final ModelInput in;

    /** Scopes and titles here, by their numbers in the file; {@link #NONE} for what is not known here. */
    private final Int2IntMap scopes = new Int2IntOpenHashMap();

    private final Int2IntMap titles = new Int2IntOpenHashMap();
    private final List<String> codes = new ArrayList<>(List.of(""));

    private int keepsTo;
    private long rowsRead;
    private long rows;
    private long neighboursRead;
    private long neighbours;

    private ModelImport(LoanStore store, int minBorrowers, InputStream in) {
        this.store = store;
        this.minBorrowers = minBorrowers;
        this.in = new ModelInput(in);
        scopes.put(Scope.CONSORTIUM.number(), Scope.CONSORTIUM.number());
    }

    /**
     * Reads the file to its end; the stream is not closed. If it is refused, nothing is left of it.
     *
     * @param minBorrowers that this store keeps to
     * @param by who imports it
     * @param now when
     * @throws org.leeswijzer.engine.model.ModelRefusal if it is no model, damaged, of a newer format, or below minBorrowers
     * @throws IOException if the stream cannot be read
     */
    public static ImportedModel read(
            LoanStore store,
            int minBorrowers,
            InputStream in,
            String by,
            Instant now,
            Progress progress)
            throws IOException {
        return new ModelImport(store, minBorrowers, in).read(by, now, progress);
    }

    private ImportedModel read(String by, Instant now, Progress progress) throws IOException {
        ModelVersion there = in.head();
        Parameters parameters = there.parameters();
        if (parameters == null) {
            throw ModelInput.damaged();
        }
        keepsTo = parameters.minBorrowers();
        if (keepsTo < minBorrowers) {
            throw ModelFormat.bad(
                    "was made with minBorrowers %d, and this store keeps to %d: export one that was made with at least %d"
                            .formatted(keepsTo, minBorrowers, minBorrowers));
        }
        int number = store.models().reserve();
        ModelVersion here = there.imported(number, new Origin(there.number(), by, now));
        store.imports().begin(here.candidate());
        boolean finished = false;
        try {
            body(number, progress);
            store.imports().finish(here);
            finished = true;
        } finally {
            if (!finished) {
                store.imports().abandon(number);
            }
        }
        return new ImportedModel(
                here,
                rows,
                neighbours,
                neighboursRead - neighbours,
                unknown(titles),
                unknown(scopes));
    }

    private static int unknown(Int2IntMap numbers) {
        return (int) numbers.values().intStream().filter(number -> number == NONE).count();
    }

    private void body(int version, Progress progress) throws IOException {
        for (int kind = in.u8(); kind != ModelFormat.END; kind = in.u8()) {
            switch (kind) {
                case ModelFormat.LIBRARY -> library();
                case ModelFormat.TITLE -> title();
                case ModelFormat.ROW -> {
                    row(version);
                    progress.at("importing", rowsRead, 0);
                }
                default -> throw ModelInput.damaged();
            }
        }
        long told = in.i64();
        in.end();
        if (told != rowsRead) {
            throw ModelInput.damaged();
        }
        if (neighbours == 0 && neighboursRead > 0) {
            throw ModelFormat.bad(
                    "knows other titles and loans than this store: import the catalogue and the loans first");
        }
    }

    private void library() throws IOException {
        int scope = in.u16();
        String code = in.string();
        if (scope != codes.size()) {
            throw ModelInput.damaged();
        }
        codes.add(code);
        Library library = checked(() -> new Library(code));
        scopes.put(
                scope, store.libraries().contains(library) ? store.scope(library).number() : NONE);
    }

    private void title() throws IOException {
        int number = in.i32();
        int here = NONE;
        for (int left = in.u16(); left > 0; left--) {
            int scope = in.u16();
            String id = in.string();
            if (scope < 1 || scope >= codes.size()) {
                throw ModelInput.damaged();
            }
            RecordId record = checked(() -> new RecordId(new Library(codes.get(scope)), id));
            OptionalInt found = store.catalogue().find(record);
            here = here == NONE && found.isPresent() ? found.getAsInt() : here;
        }
        titles.put(number, here);
    }

    private interface Making<T> {
        T make();
    }

    /** What our own values refuse, no export has written. */
    private static <T> T checked(Making<T> making) {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            throw ModelInput.damaged();
        }
    }

    private void row(int version) throws IOException {
        int scope = here(scopes, in.u16());
        int title = here(titles, in.i32());
        int size = in.u8();
        if (size > Row.MOST) {
            throw ModelInput.damaged();
        }
        rowsRead++;
        neighboursRead += size;
        List<Neighbour> row = neighbours(title, in.take(size * ModelFormat.NEIGHBOUR));
        if (scope != NONE && title != NONE) {
            int stored = store.imports().put(version, new Scope(scope), title, row);
            rows += stored > 0 ? 1 : 0;
            neighbours += stored;
        }
    }

    private static int here(Int2IntMap numbers, int there) {
        if (!numbers.containsKey(there)) {
            throw ModelInput.damaged();
        }
        return numbers.get(there);
    }

    /* Two titles there may be one here: the better neighbour stands for both, and no title is its own. */
    private List<Neighbour> neighbours(int title, ByteBuffer bytes) {
        List<Neighbour> row = new ArrayList<>();
        IntSet seen = new IntOpenHashSet();
        while (bytes.hasRemaining()) {
            int other = here(titles, bytes.getInt());
            float score = bytes.getFloat();
            int both = bytes.getInt();
            float overlap = bytes.getFloat();
            if (both < keepsTo) {
                throw ModelFormat.bad(
                        "has a pair that %d patrons share, below its own minBorrowers %d: export it again"
                                .formatted(both, keepsTo));
            }
            if (!(score > 0 && overlap > 0 && overlap <= both) || Float.isInfinite(score)) {
                throw ModelInput.damaged();
            }
            if (other != NONE && other != title && seen.add(other)) {
                row.add(new Neighbour(other, score, both, overlap));
            }
        }
        row.sort(Neighbour.BEST_FIRST);
        return row;
    }
}
