package org.leeswijzer.engine.rocksdb;

import java.util.OptionalInt;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Known;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LoanKey;

/** Looks for single keys. */
final class StoredKnowledge implements Known {
    private final Database database;
    private final Libraries libraries;
    private final StoredCatalogue catalogue;

    StoredKnowledge(Database database, Libraries libraries, StoredCatalogue catalogue) {
        this.database = database;
        this.libraries = libraries;
        this.catalogue = catalogue;
    }

    @Override
    public boolean has(Library library, LoanKey loan) {
        return database.get(Table.LOANS, LoanLayout.key(number(library), loan)) != null;
    }

    @Override
    public boolean has(Library library, Borrowed borrowed) {
        return borrowed instanceof Borrowed.OfItem
                ? database.get(Table.ITEMS, ItemLayout.key(number(library), borrowed.id())) != null
                : edition(library, borrowed.id()).isPresent();
    }

    @Override
    public boolean isDescribed(Library library, String record) {
        OptionalInt edition = edition(library, record);
        return edition.isPresent()
                && database.get(
                                Table.RECORDS,
                                RecordLayout.key(edition.getAsInt(), number(library), record))
                        != null;
    }

    private OptionalInt edition(Library library, String record) {
        return catalogue.edition(database, new RecordId(library, record));
    }

    private int number(Library library) {
        return libraries.numberOrZero(library);
    }
}
