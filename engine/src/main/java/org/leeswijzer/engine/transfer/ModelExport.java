package org.leeswijzer.engine.transfer;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.model.ModelRefusal;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.ModelLayout;
import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/** Writes one version of the model as a file: as its rows stand when the export begins, in one pass. */
public final class ModelExport {
    private final LoanStore store;
    private final Int2ObjectMap<List<RecordId>> namedByLoans;
    private final IntSet told = new IntOpenHashSet();

    private ModelExport(LoanStore store) {
        this.store = store;
        namedByLoans = store.catalogue().namedByLoans();
    }

    /**
     * Writes the version; the stream is not closed.
     *
     * @param minBorrowers that this store keeps to, in every row, whatever it was when the version was made
     * @throws ModelRefusal if its rows are not all there
     * @throws IOException if the stream does not take it
     */
    public static void write(
            LoanStore store, int minBorrowers, int version, OutputStream out, Progress progress)
            throws IOException {
        ModelVersion known = store.models().find(version);
        if (known.state() == ModelState.CANDIDATE) {
            throw new ModelRefusal(
                    ModelRefusal.Why.CONFLICT,
                    "version %d is being made: wait until it is".formatted(version));
        }
        MessageDigest digest = ModelFormat.sha256();
        DataOutputStream bytes =
                new DataOutputStream(
                        new BufferedOutputStream(new DigestOutputStream(out, digest), 1 << 16));
        new ModelExport(store).write(known.keepingTo(minBorrowers), bytes, progress);
        bytes.flush();
        out.write(digest.digest());
        out.flush();
    }

    private void write(ModelVersion version, DataOutputStream bytes, Progress progress)
            throws IOException {
        head(version, bytes);
        long[] rows = new long[1];
        try {
            store.models()
                    .forEach(
                            version.number(),
                            (scope, title, row) -> {
                                row(scope, title, row, bytes);
                                progress.at("exporting", ++rows[0], 0);
                                return true;
                            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        bytes.writeByte(ModelFormat.END);
        bytes.writeLong(rows[0]);
    }

    private void head(ModelVersion version, DataOutputStream bytes) throws IOException {
        bytes.write(ModelFormat.MAGIC);
        bytes.writeShort(ModelFormat.FORMAT);
        bytes.writeInt(version.number());
        byte[] known = ModelLayout.value(version);
        bytes.writeInt(known.length);
        bytes.write(known);
        List<Library> libraries = store.libraries();
        for (int i = 0; i < libraries.size(); i++) {
            bytes.writeByte(ModelFormat.LIBRARY);
            bytes.writeShort(i + 1);
            string(libraries.get(i).code(), bytes);
        }
    }

    private void row(Scope scope, int title, Row row, DataOutputStream bytes) {
        try {
            tell(title, bytes);
            for (int i = 0; i < row.size(); i++) {
                tell(row.title(i), bytes);
            }
            bytes.writeByte(ModelFormat.ROW);
            bytes.writeShort(scope.number());
            bytes.writeInt(title);
            bytes.writeByte(row.size());
            for (int i = 0; i < row.size(); i++) {
                bytes.writeInt(row.title(i));
                bytes.writeFloat(row.score(i));
                bytes.writeInt(row.both(i));
                bytes.writeFloat(row.overlap(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(int title, DataOutputStream bytes) throws IOException {
        if (!told.add(title)) {
            return;
        }
        List<RecordId> records = records(title);
        bytes.writeByte(ModelFormat.TITLE);
        bytes.writeInt(title);
        bytes.writeShort(records.size());
        for (RecordId record : records) {
            bytes.writeShort(store.scope(record.library()).number());
            string(record.id(), bytes);
        }
    }

    private List<RecordId> records(int title) {
        List<TitleRecord> records = store.catalogue().title(title).records();
        return records.isEmpty()
                ? namedByLoans.getOrDefault(title, List.of())
                : records.stream().map(TitleRecord::recordId).toList();
    }

    private static void string(String text, DataOutputStream bytes) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeShort(utf8.length);
        bytes.write(utf8);
    }
}
