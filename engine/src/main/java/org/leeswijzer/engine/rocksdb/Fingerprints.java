package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.leeswijzer.engine.Fingerprint;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.rocksdb.LoanLayout.CountedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.StoredLoan;

/** Hashes what a store holds. Patrons go in by pseudonym: their numbers tell only who came first. */
final class Fingerprints {
    private Fingerprints() {}

    static Fingerprint of(Reader reader, int version) {
        return new Fingerprint(loans(reader), neighbours(reader, version));
    }

    private static String loans(Reader reader) {
        Int2ObjectMap<PatronKey> patrons = new Int2ObjectOpenHashMap<>();
        reader.scan(
                Table.HISTORIES,
                Bytes.EMPTY,
                (key, value) -> {
                    patrons.put(HistoryLayout.patron(key), HistoryLayout.patronKey(value));
                    return true;
                });
        MessageDigest digest = sha256();
        reader.scan(
                Table.LOANS,
                Bytes.EMPTY,
                (key, value) -> {
                    digest.update(key);
                    digest.update(withPseudonym(LoanLayout.loan(value), value, patrons));
                    return true;
                });
        return hex(digest);
    }

    private static byte[] withPseudonym(
            StoredLoan loan, byte[] value, Int2ObjectMap<PatronKey> patrons) {
        if (loan instanceof CountedLoan counted) {
            PatronKey patron =
                    Objects.requireNonNull(
                            patrons.get(counted.patron()), "a loan without a patron");
            return Bytes.of(24)
                    .i64(patron.high())
                    .i64(patron.low())
                    .i32(counted.edition())
                    .i32(counted.day())
                    .done();
        }
        return value;
    }

    private static String neighbours(Reader reader, int version) {
        MessageDigest digest = sha256();
        int head = NeighbourLayout.prefix(version).length;
        reader.scan(
                Table.NEIGHBOURS,
                NeighbourLayout.prefix(version),
                (key, value) -> {
                    digest.update(Arrays.copyOfRange(key, head, key.length));
                    digest.update(value);
                    return true;
                });
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
