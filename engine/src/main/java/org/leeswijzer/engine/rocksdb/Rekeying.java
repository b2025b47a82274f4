package org.leeswijzer.engine.rocksdb;

import java.util.List;
import org.leeswijzer.engine.loan.NewKeys;
import org.leeswijzer.engine.rocksdb.LoanLayout.ParkedLoan;
import org.leeswijzer.engine.rocksdb.LoanLayout.StoredLoan;

/** Gives all rows of a library that a patron or a loan is known by other keys: all of them or none. */
final class Rekeying {
    /** Where there are pseudonyms. The numbers that stand for patrons stay, and with them all that is counted by those. */
    static final List<Table> TABLES =
            List.of(
                    Table.PATRONS,
                    Table.PROMISES,
                    Table.LOANS,
                    Table.BORROWINGS,
                    Table.HISTORIES,
                    Table.PARKED);

    /** So much is put in order in memory at a time. */
    private static final long BYTES = 64L << 20;

    private final Database database;
    private final int library;
    private final NewKeys keys;
    private final RekeyFolder folder;
    private final long bytes;

    Rekeying(Database database, int library, NewKeys keys) {
        this(database, library, keys, BYTES);
    }

    /** @param bytes about so much is put in order in memory at a time */
    Rekeying(Database database, int library, NewKeys keys, long bytes) {
        this.database = database;
        this.library = library;
        this.keys = keys;
        this.bytes = bytes;
        folder = new RekeyFolder(database);
    }

    /**
     * Does all of it.
     *
     * @param ready is run when all files are there, before anything is changed
     */
    void run(int rotation, Runnable ready) {
        prepare(ready);
        folder.takeIn(library, rotation);
    }

    /* A full disk must not stay full of half a change. */
    private void prepare(Runnable ready) {
        try {
            write();
            ready.run();
        } catch (RuntimeException e) {
            folder.clear();
            throw e;
        }
    }

    /** Writes all files, and changes nothing yet. */
    RekeyFolder write() {
        folder.begin();
        pseudonyms(Table.PATRONS);
        pseudonyms(Table.PROMISES);
        loans();
        parked();
        histories();
        borrowings();
        return folder;
    }

    private RekeyedRows rows(Table table) {
        return new RekeyedRows(table, folder, bytes);
    }

    /* Promises are kept under the keys that numbers of patrons are. */
    private void pseudonyms(Table table) {
        try (RekeyedRows rows = rows(table)) {
            database.scan(
                    table,
                    PatronLayout.prefix(library),
                    (key, value) -> {
                        byte[] now =
                                PatronLayout.key(library, keys.of(PatronLayout.patronKey(key)));
                        return rows.move(key, now, value);
                    });
        }
    }

    private void loans() {
        try (RekeyedRows rows = rows(Table.LOANS)) {
            database.scan(
                    Table.LOANS,
                    LoanLayout.prefix(library),
                    (key, value) -> {
                        byte[] now = LoanLayout.key(library, keys.of(LoanLayout.loanKey(key)));
                        return rows.move(key, now, loan(value));
                    });
        }
    }

    private byte[] loan(byte[] value) {
        StoredLoan loan = LoanLayout.loan(value);
        return loan instanceof ParkedLoan parked
                ? LoanLayout.value(
                        new ParkedLoan(keys.of(parked.patron()), parked.item(), parked.day()))
                : value;
    }

    private void parked() {
        try (RekeyedRows rows = rows(Table.PARKED)) {
            database.scan(
                    Table.PARKED,
                    ItemLayout.parkedPrefix(library),
                    (key, value) -> {
                        byte[] now =
                                ItemLayout.parkedKey(key, keys.of(ItemLayout.parkedLoanKey(key)));
                        return rows.move(key, now, value);
                    });
        }
    }

    private void histories() {
        try (RekeyedRows rows = rows(Table.HISTORIES)) {
            database.scan(
                    Table.HISTORIES,
                    HistoryLayout.prefix(library),
                    (key, value) ->
                            rows.put(
                                    key,
                                    HistoryLayout.value(
                                            keys.of(HistoryLayout.patronKey(value)),
                                            HistoryLayout.history(value))));
        }
    }

    /* Those of all libraries lie together by patron; whoever has one has a history. */
    private void borrowings() {
        try (RekeyedRows rows = rows(Table.BORROWINGS)) {
            database.scan(
                    Table.HISTORIES,
                    HistoryLayout.prefix(library),
                    (key, value) -> {
                        borrowings(HistoryLayout.patron(key), rows);
                        return true;
                    });
        }
    }

    private void borrowings(int patron, RekeyedRows rows) {
        database.scan(
                Table.BORROWINGS,
                BorrowingLayout.prefix(patron),
                (key, day) ->
                        rows.move(
                                key,
                                BorrowingLayout.key(
                                        patron,
                                        BorrowingLayout.edition(key),
                                        keys.of(BorrowingLayout.loanKey(key))),
                                day));
    }
}
