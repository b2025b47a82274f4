package org.leeswijzer.api.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.Words;

/**
 * A sentence on a page.
 *
 * @param lang {@code en} where the engine's own English stands on a Dutch page; null if it is the page's language
 */
public record Said(String text, @Nullable String lang) {
    private record Dutch(Pattern english, String dutch) {
        private static final String BETWEEN = " => ";

        static Dutch parse(String line) {
            int between = line.indexOf(BETWEEN);
            return new Dutch(
                    Pattern.compile(line.substring(0, between)),
                    line.substring(between + BETWEEN.length()));
        }
    }

    private static final String SENTENCES = "/console/dutch.txt";
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+\\.\\d+");
    private static final Pattern GROUP = Pattern.compile("\\$(\\d)");

    private static final List<Dutch> ALL = read();

    private static List<Dutch> read() {
        try (InputStream in = Said.class.getResourceAsStream(SENTENCES)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, SENTENCES).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(Dutch::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(SENTENCES + " cannot be read", e);
        }
    }

    /** A sentence in the page's own language. */
    static Said asIs(String text) {
        return new Said(text, null);
    }

    /** A sentence of the engine's: in Dutch if that is the page's language and we have it, else as it is, in English. */
    public static Said of(String english, Words words) {
        if (!words.isDutch()) {
            return asIs(english);
        }
        return dutch(english).map(Said::asIs).orElseGet(() -> new Said(english, "en"));
    }

    private static Optional<String> dutch(String english) {
        return ALL.stream()
                .map(each -> dutch(each, each.english().matcher(english)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> dutch(Dutch sentence, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        return Optional.of(
                GROUP.matcher(sentence.dutch())
                        .replaceAll(
                                place ->
                                        Matcher.quoteReplacement(
                                                parts(
                                                        found.group(
                                                                Integer.parseInt(
                                                                        place.group(1)))))));
    }

    private static String decimal(String part) {
        return DECIMAL.matcher(part).matches() ? part.replace('.', ',') : part;
    }

    /* Objections stand in one sentence with semicolons between. */
    private static String parts(String group) {
        return List.of(group.split("; ", -1)).stream()
                .map(part -> dutch(part).orElseGet(() -> decimal(part)))
                .collect(Collectors.joining("; "));
    }
}
