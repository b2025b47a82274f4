package org.leeswijzer.engine.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leeswijzer.engine.similarity.History;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Scope;

/**
 * The loans of a scope, or of several that have the very same: a consortium of one library is that library.
 *
 * @param scopes at least one
 */
public record ScopeTable(List<Scope> scopes, LoanTable loans) {
    public ScopeTable {
        scopes = List.copyOf(scopes);
    }

    /** All loans at one moment, that of the call. */
    static List<ScopeTable> read(Database database) {
        LoanTable.Builder together = new LoanTable.Builder();
        Map<Integer, LoanTable.Builder> byLibrary = new TreeMap<>();
        database.scan(
                Table.HISTORIES,
                Bytes.EMPTY,
                (key, value) -> {
                    History history = HistoryLayout.history(value);
                    add(together, history);
                    add(
                            byLibrary.computeIfAbsent(
                                    HistoryLayout.library(key), n -> new LoanTable.Builder()),
                            history);
                    return true;
                });
        // Read after the loans: every title they name is among so many.
        int titles = Math.toIntExact(Meta.number(database, Meta.TITLES, 0));
        List<ScopeTable> tables = new ArrayList<>();
        if (byLibrary.size() > 1) {
            tables.add(new ScopeTable(List.of(Scope.CONSORTIUM), together.build(titles)));
        }
        byLibrary.forEach(
                (library, builder) -> {
                    Scope own = new Scope(library);
                    List<Scope> scopes =
                            byLibrary.size() > 1 ? List.of(own) : List.of(Scope.CONSORTIUM, own);
                    tables.add(new ScopeTable(scopes, builder.build(titles)));
                });
        return tables;
    }

    private static void add(LoanTable.Builder builder, History history) {
        for (int i = 0; i < history.size(); i++) {
            builder.loan(history.title(i), history.day(i));
        }
        builder.endOfPatron();
    }
}
