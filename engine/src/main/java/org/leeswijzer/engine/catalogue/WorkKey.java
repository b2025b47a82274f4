package org.leeswijzer.engine.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What editions of one work have in common though no id tells: title, main author and form, without case, diacritics and
 * punctuation.
 *
 * @param author the words of the main author's name, in the order of the alphabet
 * @param form as {@link MediaType#form()} gives it
 */
public record WorkKey(String title, String author, MediaType form) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YEARS = Pattern.compile("\\p{N}+");
    private static final int SHORTEST = 3;

    /** What many books of one author are called, in the languages of most catalogues. */
    private static final Set<String> OF_MANY_WORKS =
            Set.of(
                    "poems",
                    "collected poems",
                    "selected poems",
                    "complete poems",
                    "poetry",
                    "gedichten",
                    "verzamelde gedichten",
                    "gedichte",
                    "poesies",
                    "works",
                    "collected works",
                    "selected works",
                    "complete works",
                    "plays",
                    "collected plays",
                    "werken",
                    "verzamelde werken",
                    "verzameld werk",
                    "volledige werken",
                    "volledig werk",
                    "werke",
                    "gesammelte werke",
                    "samtliche werke",
                    "oeuvres",
                    "oeuvres completes",
                    "essays",
                    "collected essays",
                    "selected essays",
                    "stories",
                    "short stories",
                    "collected stories",
                    "selected stories",
                    "verhalen",
                    "verzamelde verhalen",
                    "korte verhalen",
                    "alle verhalen",
                    "novellen",
                    "romans",
                    "romane",
                    "novels",
                    "sonnets",
                    "sonnetten",
                    "letters",
                    "brieven",
                    "briefe",
                    "toneel",
                    "dagboek",
                    "diary",
                    "omnibus",
                    "greatest hits",
                    "the greatest hits",
                    "best of",
                    "the best of",
                    "the very best of",
                    "hits",
                    "live",
                    "symphonies",
                    "symfonieen",
                    "sonatas",
                    "songs",
                    "lieder");

    /** Empty where there is no author, or a title that does not tell one work of the author from the next. */
    public static Optional<WorkKey> of(Description description) {
        String author = author(description);
        String title = words(description.title());
        if (author.isEmpty() || title.length() < SHORTEST || OF_MANY_WORKS.contains(title)) {
            return Optional.empty();
        }
        return Optional.of(new WorkKey(title, author, description.mediaType().form()));
    }

    /** The main author as keys have it; empty if there is none. */
    public static String author(Description description) {
        return description.authors().isEmpty()
                ? ""
                : Arrays.stream(words(description.authors().get(0)).split(" "))
                        .filter(word -> !YEARS.matcher(word).matches())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    /** Lower-case words without diacritics, with one space between; empty if there is neither letter nor digit. */
    public static String words(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(folded.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
