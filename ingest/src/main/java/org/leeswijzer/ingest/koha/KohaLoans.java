package org.leeswijzer.ingest.koha;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Cause;
import org.leeswijzer.ingest.decode.Decoded.Ignored;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.LoanMaker;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.SourceFile;

/**
 * Reads {@code issues} and {@code old_issues} ({@code issue_id, borrowernumber, itemnumber, issuedate}), or {@code
 * pseudonymized_transactions} ({@code id, hashed_borrowernumber, itemnumber, datetime, transaction_type}), of which only
 * {@code issue} is a loan. With a column {@code biblionumber}, or a file of items, loans name their title; without, they
 * name an item whose title the catalogue tells.
 */
public final class KohaLoans implements Rows {
    private static final String ISSUE = "issue";
    private static final String PATRON = "borrowernumber";
    private static final String HASHED = "hashed_borrowernumber";

    private final KohaTable table;
    private final Library library;
    private final Set<String> anonymousPatrons;
    private final ItemTitles items;
    private final LoanMaker maker;
    private final LoanDay days;

    private final boolean areTransactions;
    private final String patronColumn;
    private final String dayColumn;
    private final int patron;
    private final int day;
    private final int id;
    private final int type;
    private final int item;
    private final int title;

    private KohaLoans(
            KohaTable table,
            Library library,
            Set<String> anonymousPatrons,
            ItemTitles items,
            LoanMaker maker,
            LoanDay days) {
        this.table = table;
        this.library = library;
        this.anonymousPatrons = anonymousPatrons;
        this.items = items;
        this.maker = maker;
        this.days = days;
        areTransactions = table.place(HASHED) >= 0;
        patronColumn = areTransactions ? HASHED : PATRON;
        dayColumn = areTransactions ? "datetime" : "issuedate";
        patron = needed(patronColumn);
        day = needed(dayColumn);
        type = areTransactions ? needed("transaction_type") : -1;
        id = table.place(areTransactions ? "id" : "issue_id");
        title = table.place("biblionumber");
        item = title < 0 ? needed("itemnumber") : table.place("itemnumber");
    }

    /**
     * The loans of a file.
     *
     * @throws IllegalArgumentException if it lacks a column
     */
    public static KohaLoans open(
            SourceFile file,
            Library library,
            Set<String> anonymousPatrons,
            ItemTitles items,
            LoanMaker maker,
            LoanDay days)
            throws IOException {
        return new KohaLoans(KohaTable.open(file), library, anonymousPatrons, items, maker, days);
    }

    /** Whether a file with that first line is one of those tables. */
    public static boolean isHeader(List<String> cells) {
        List<String> names = KohaTable.names(cells);
        return names.contains(HASHED) || (names.contains(PATRON) && names.contains("issuedate"));
    }

    private int needed(String column) {
        int place = table.place(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "column '%s' is not among those of the first line: export it too, or map the columns of any CSV"
                            .formatted(column));
        }
        return place;
    }

    @Override
    public long number() {
        return table.line();
    }

    @Override
    public List<String> recognised() {
        List<String> columns = new ArrayList<>();
        columns.add(patronColumn + " as patron");
        columns.add(dayColumn + " as loanedAt");
        if (id >= 0) {
            columns.add((areTransactions ? "id" : "issue_id") + " as loanId");
        }
        if (title >= 0) {
            columns.add("biblionumber as title");
        }
        if (item >= 0) {
            columns.add(
                    items.size() == 0
                            ? "itemnumber as item"
                            : "itemnumber as one of %d items".formatted(items.size()));
        }
        if (items.bad() > 0) {
            columns.add("%d lines of the file of items not at all".formatted(items.bad()));
        }
        return columns;
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        return table.next() ? decode() : null;
    }

    private Decoded decode() {
        if (areTransactions) {
            String what = table.cell(type);
            if (what == null) {
                throw new BadRecord("transaction_type", "is missing: export it too");
            }
            if (!what.equals(ISSUE)) {
                return new Ignored(Cause.NOT_A_LOAN);
            }
        }
        String number = table.cell(patron);
        if (number == null) {
            return new Ignored(Cause.ANONYMOUS_LOAN);
        }
        if (anonymousPatrons.contains(number)) {
            return new Ignored(Cause.ANONYMOUS_PATRON);
        }
        Borrowed borrowed = borrowed();
        return borrowed == null ? new Ignored(Cause.NOTHING_BORROWED) : loan(number, borrowed);
    }

    private Decoded loan(String number, Borrowed borrowed) {
        String when = table.cell(day);
        if (when == null) {
            throw new BadRecord(dayColumn, "is missing: give the day of the loan");
        }
        int on = days.of(dayColumn, when);
        String loan = table.cell(id);
        return Decoded.Events.of(
                maker.loan(
                        library,
                        loan == null ? null : loanId(loan),
                        Fields.checkedId(patronColumn, number),
                        borrowed,
                        on));
    }

    /* The two kinds of table count for themselves, so equal numbers are two loans. */
    private String loanId(String loan) {
        return areTransactions
                ? "transaction " + Fields.checkedId("id", loan)
                : Fields.checkedId("issue_id", loan);
    }

    /* Null for an item that was deleted: Koha then takes its number out of the loan. */
    private @Nullable Borrowed borrowed() {
        String number = table.cell(item);
        String its = table.cell(title);
        if (its == null && number != null) {
            its = items.of(number);
        }
        if (its != null) {
            return new Borrowed.OfTitle(Fields.checkedId("biblionumber", its));
        }
        return number == null ? null : new Borrowed.OfItem(Fields.checkedId("itemnumber", number));
    }
}
