package org.leeswijzer.api.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.loanset.DateOrder;
import org.leeswijzer.ingest.loanset.LoanSetFiles;
import org.leeswijzer.ingest.loanset.Mapping;
import picocli.CommandLine.Option;

/**
 * Options that name a set of loans in files. Setters are called in the order of the command line, so that a map belongs to
 * the file before it.
 */
public final class LoanSetOptions {
    private @Nullable Path loans;
    private @Nullable Path titles;
    private @Nullable String loansMap;
    private @Nullable String titlesMap;
    private @Nullable String strayMap;
    private boolean titlesWereLast;

    @Option(
            names = "--between",
            paramLabel = "TEXT",
            description = "What parts several values in a cell; ; and | by default.")
    private @Nullable String betweenValues;

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description =
                    "What 03/04/2016 means: day-first or month-first; as the file's other dates show by default.")
    private @Nullable String dates;

    @Option(names = "--borrowed-only", description = "Leaves titles out that nobody borrowed.")
    private boolean borrowedOnly;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call the loans; the name of their file by default.")
    private @Nullable String name;

    @Option(
            names = "--loans",
            paramLabel = "FILE",
            description =
                    "Loans to judge by: CSV with a patron, a title and a time, packed with gzip or not.")
    void loans(@Nullable Path file) {
        loans = file;
        titlesWereLast = false;
    }

    @Option(
            names = "--titles",
            paramLabel = "FILE",
            description = "What is known of the titles, in the same form.")
    void titles(@Nullable Path file) {
        titles = file;
        titlesWereLast = file != null;
    }

    @Option(
            names = {"-m", "--map"},
            paramLabel = "FIELD=COLUMN,...",
            description = {
                "Which column of the file before it holds which field, by name or by number from 1:",
                "patron=u,title=i,time=t behind --loans;",
                "id=i,name=n,author=a,subjects=s,isbn=x,series=r,language=l,year=y behind --titles.",
                "What is not told is guessed from the header; a+b are columns that belong together, - is none."
            })
    void map(@Nullable List<String> maps) {
        if (maps == null || maps.isEmpty()) {
            return;
        }
        String last = maps.get(maps.size() - 1);
        if (loans == null && titles == null) {
            strayMap = last;
        } else if (titlesWereLast) {
            titlesMap = last;
        } else {
            loansMap = last;
        }
    }

    /**
     * The set that is named; empty if none is.
     *
     * @throws IllegalArgumentException if files and maps do not belong together, or an option has a value it cannot have
     */
    public Optional<LoanSetFiles> files() {
        if (strayMap != null) {
            throw new IllegalArgumentException(
                    "map is '%s' and no file is before it: give it behind --loans or --titles"
                            .formatted(strayMap));
        }
        if (loans == null) {
            if (titles != null) {
                throw new IllegalArgumentException(
                        "titles is '%s' and no loans are named: give --loans too"
                                .formatted(titles));
            }
            return Optional.empty();
        }
        return Optional.of(
                new LoanSetFiles(
                        name == null ? fileName(loans) : name,
                        loans,
                        loansMap == null ? Mapping.NONE : Mapping.ofLoans(loansMap),
                        Optional.ofNullable(titles),
                        titlesMap == null ? Mapping.NONE : Mapping.ofTitles(titlesMap),
                        Optional.ofNullable(betweenValues),
                        Optional.ofNullable(dates).map(LoanSetOptions::order),
                        borrowedOnly));
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static DateOrder order(String text) {
        return Stream.of(DateOrder.values())
                .filter(order -> word(order).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "dates is '%s': give %s"
                                                .formatted(
                                                        text,
                                                        Stream.of(DateOrder.values())
                                                                .map(LoanSetOptions::word)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                " or ")))));
    }

    private static String word(DateOrder order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
