package org.leeswijzer.engine.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What editions of one work have in common though no id tells: title, main author and media type, without case,
 * diacritics and punctuation.
 */
public record WorkKey(String title, String author, MediaType mediaType) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Empty where there is no author: titles such as "Poems" are many works. */
    public static Optional<WorkKey> of(Description description) {
        if (description.authors().isEmpty()) {
            return Optional.empty();
        }
        String author =
                Arrays.stream(words(description.authors().get(0)).split(" "))
                        .sorted()
                        .collect(Collectors.joining(" "));
        return Optional.of(
                new WorkKey(words(description.title()), author, description.mediaType()));
    }

    private static String words(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(folded.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
