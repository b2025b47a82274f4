package org.leeswijzer.ingest.loanset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.ingest.decode.Isbns;
import org.leeswijzer.ingest.file.CsvRow;

/**
 * What the rows of one title say of it, put together: the longest name, the first language and year, and all authors,
 * ISBNs, subjects and series. For one thread.
 */
final class TitleDraft {
    /** Where nothing says what a title is called. */
    private static final String NAMELESS = "?";

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");

    private final Set<String> authors = new LinkedHashSet<>();
    private final Set<String> subjects = new LinkedHashSet<>();
    private final Set<String> isbns = new LinkedHashSet<>();
    private final Set<String> series = new LinkedHashSet<>();
    private String name = "";
    private String language = "";
    private String year = "";

    /** Adds what a row says. */
    void add(CsvRow row, Layout layout, Pattern betweenValues) {
        String told = layout.text(row, Field.NAME);
        name = told.length() > name.length() ? told : name;
        language = language.isEmpty() ? layout.text(row, Field.LANGUAGE) : language;
        year = year.isEmpty() ? layout.text(row, Field.YEAR) : year;
        addAll(authors, layout.texts(row, Field.AUTHOR), betweenValues);
        addAll(subjects, layout.texts(row, Field.SUBJECTS), betweenValues);
        addAll(isbns, layout.texts(row, Field.ISBN), betweenValues);
        addAll(series, layout.texts(row, Field.SERIES), betweenValues);
    }

    private static void addAll(Set<String> all, List<String> cells, Pattern betweenValues) {
        for (String cell : cells) {
            for (String value : betweenValues.split(cell, -1)) {
                if (!value.isBlank()) {
                    all.add(value.strip());
                }
            }
        }
    }

    /** Of its ISBNs, those that are some. */
    Isbns isbns() {
        return Isbns.in(new ArrayList<>(isbns));
    }

    /** What came of it. */
    Description description() {
        Matcher told = YEAR.matcher(year);
        return new Description(
                name.isBlank() ? NAMELESS : name,
                List.copyOf(authors),
                isbns().found(),
                List.copyOf(subjects),
                List.copyOf(series),
                language,
                MediaType.BOOK,
                Audience.UNKNOWN,
                told.find() ? Integer.valueOf(told.group(1)) : null);
    }

    /** A title of which only the id is known; one with a space in it will be its name. */
    static Description ofId(String id) {
        TitleDraft draft = new TitleDraft();
        draft.name = id.indexOf(' ') > 0 ? id : "";
        return draft.description();
    }
}
