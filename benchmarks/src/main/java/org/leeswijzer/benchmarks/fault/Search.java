package org.leeswijzer.benchmarks.fault;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what no log may hold: numbers of patrons, ids of loans, and pseudonyms made of them. */
final class Search {
    /** Half a pseudonym or both, as hexadecimal digits, or half of one as a number. */
    private static final Pattern WORD = Pattern.compile("[0-9A-Fa-f]{15,32}");

    private static final int HALF = 16;
    private static final int RADIX = 16;

    private final LongSet pseudonyms;

    /** @param pseudonyms both halves of each */
    Search(LongSet pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The first line of the text that holds any. */
    Optional<String> find(String text) {
        return text.lines().filter(this::tells).findFirst();
    }

    private boolean tells(String line) {
        if (line.contains(SeededLoans.MARK)) {
            return true;
        }
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            if (isPseudonym(words.group())) {
                return true;
            }
        }
        return false;
    }

    private boolean isPseudonym(String word) {
        if (word.length() > HALF + 3) {
            return isHalf(word.substring(0, HALF), RADIX) || isHalf(word.substring(HALF), RADIX);
        }
        return isHalf(word, RADIX) || isHalf(word, 10);
    }

    /* A number may stand behind a minus, which is no part of the word. */
    private boolean isHalf(String word, int radix) {
        try {
            long half = Long.parseUnsignedLong(word, radix);
            return pseudonyms.contains(half) || pseudonyms.contains(-half);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Looks through all files of a folder; returns how many lines there were.
     *
     * @throws BrokenException if one tells of a patron
     */
    long requireNone(Path folder) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                Optional<String> found = find(text);
                BrokenException.unless(
                        found.isEmpty(), "log %s tells of a patron: %s", file, found.orElse(""));
                lines += text.lines().count();
            }
        }
        return lines;
    }

    /** @throws BrokenException if it would not find what is there */
    void requireFinding(List<String> telling) {
        for (String text : telling) {
            BrokenException.unless(
                    find("12:00:00 WARN x " + text + ", more").isPresent(),
                    "the search does not find %s",
                    text);
        }
    }
}
