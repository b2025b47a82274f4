package org.leeswijzer.ingest.loanset;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.MemoryCatalogue;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.file.CsvRow;

/** Reads a set of loans from files. */
public final class LoanSetReader {
    private static final String BETWEEN_VALUES = "[;|]";

    private final LoanSetFiles files;
    private final Progress progress;

    /** @param progress is told the bytes that were read */
    public LoanSetReader(LoanSetFiles files, Progress progress) {
        this.files = files;
        this.progress = progress;
    }

    /**
     * Reads it.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file does not fit its mapping, most of its rows are bad, or no loan is left
     */
    public ReadLoanSet read() throws IOException {
        TableFile loans =
                new TableFile(files.loans(), FileKind.LOANS, files.loansMap(), Optional.empty());
        Map<String, TitleDraft> titles = new LinkedHashMap<>();
        List<FileReport> reports = new ArrayList<>();
        Optional<String> likelyId = loans.layout().name(Field.TITLE);
        if (files.titles().isPresent()) {
            reports.add(titles(likelyId, titles));
        }
        Loans read = new Loans(titles, files.dates().orElse(DateOrder.DAY_FIRST));
        TableFile.Tally tally = loans.read(read, progress);
        Optional<DateOrder> shown = read.times.shown();
        if (files.dates().isEmpty()
                && read.times.either() > 0
                && shown.filter(order -> order == DateOrder.MONTH_FIRST).isPresent()) {
            read = new Loans(titles, DateOrder.MONTH_FIRST);
            tally = loans.read(read, progress);
        }
        LoanSet set = read.build();
        reports.add(tally.report(files.loans(), read.counts(), read.remarks()));
        return new ReadLoanSet(files.name(), read.catalogue, set, reports);
    }

    private FileReport titles(Optional<String> likelyId, Map<String, TitleDraft> titles)
            throws IOException {
        Pattern betweenValues =
                Pattern.compile(files.betweenValues().map(Pattern::quote).orElse(BETWEEN_VALUES));
        long[] taken = new long[1];
        TableFile file =
                new TableFile(
                        files.titles().orElseThrow(), FileKind.TITLES, files.titlesMap(), likelyId);
        TableFile.Tally tally =
                file.read(
                        (row, layout) -> {
                            String id = layout.text(row, Field.ID);
                            if (id.isEmpty()) {
                                throw new BadCell(
                                        "id", "is empty: give the id that the loans name it by");
                            }
                            titles.computeIfAbsent(id, unseen -> new TitleDraft())
                                    .add(row, layout, betweenValues);
                            taken[0]++;
                        },
                        progress);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("titles", (long) titles.size());
        counts.put("rows of a title that had one", taken[0] - titles.size());
        counts.put(
                "ISBNs left out that are none",
                titles.values().stream().mapToLong(title -> title.isbns().leftOut()).sum());
        return tally.report(files.titles().orElseThrow(), counts, List.of());
    }

    /** Loans as they are read. */
    private final class Loans implements TableFile.Taker {
        private final MemoryCatalogue catalogue = new MemoryCatalogue();
        private final LoanSet.Builder builder = new LoanSet.Builder();
        private final Map<String, TitleDraft> titles;
        private final LoanTimes times;
        private final int described;
        private long taken;
        private long ofUnknownPatrons;
        private long ofNoTitle;
        private long distinct;

        Loans(Map<String, TitleDraft> titles, DateOrder dates) {
            this.titles = titles;
            times = new LoanTimes(dates);
            if (!files.borrowedOnly()) {
                titles.forEach((id, draft) -> catalogue.add(id, draft.description()));
            }
            described = catalogue.size();
        }

        @Override
        public void take(CsvRow row, Layout layout) {
            String patron = layout.text(row, Field.PATRON);
            String title = layout.text(row, Field.TITLE);
            if (patron.isEmpty()) {
                ofUnknownPatrons++;
            } else if (title.isEmpty()) {
                ofNoTitle++;
            } else {
                builder.loanAt(patron, number(title), seconds(row, layout, patron));
                taken++;
            }
        }

        private long seconds(CsvRow row, Layout layout, String patron) {
            String text = layout.text(row, Field.TIME);
            if (text.isEmpty()) {
                throw new BadCell("time", "is empty: " + LoanTimes.REMEDY);
            }
            try {
                return times.seconds(text);
            } catch (DateTimeException e) {
                throw new BadCell(
                        "time",
                        text.equals(patron)
                                ? "is the patron: give another column"
                                : "is '%s', which is no time: %s"
                                        .formatted(BadCell.quoted(text), LoanTimes.REMEDY));
            }
        }

        private int number(String title) {
            return catalogue
                    .find(null, title)
                    .orElseGet(
                            () -> {
                                TitleDraft draft = titles.get(title);
                                return catalogue.add(
                                        title,
                                        draft == null
                                                ? TitleDraft.ofId(title)
                                                : draft.description());
                            });
        }

        LoanSet build() {
            LoanSet set = builder.build();
            distinct = set.loans();
            if (set.loans() == 0) {
                throw new IllegalArgumentException(
                        "%s has no loan of a known patron and title: look at %s"
                                .formatted(files.loans(), counts()));
            }
            return set;
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("loans", taken);
            counts.put("loans of a title that the patron had borrowed before", taken - distinct);
            counts.put("loans of unknown patrons left out", ofUnknownPatrons);
            counts.put("loans of no title left out", ofNoTitle);
            counts.put("titles that only the loans name", undescribed());
            return counts;
        }

        private long undescribed() {
            return files.borrowedOnly()
                    ? catalogue.size() - titles.keySet().stream().filter(this::isKnown).count()
                    : catalogue.size() - described;
        }

        private boolean isKnown(String title) {
            return catalogue.find(null, title).isPresent();
        }

        List<String> remarks() {
            List<String> remarks = new ArrayList<>();
            times.remark().ifPresent(remarks::add);
            if (files.titles().isPresent() && undescribed() * 2 > catalogue.size()) {
                remarks.add(
                        "most titles of the loans are not in the file of titles: look whether id is the column that the loans name them by");
            }
            return remarks;
        }
    }
}
