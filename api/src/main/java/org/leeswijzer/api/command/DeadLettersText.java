package org.leeswijzer.api.command;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leeswijzer.ingest.letter.Letter;
import org.leeswijzer.ingest.letter.Redriven;

/** Letters as text. */
record DeadLettersText(PrintWriter out) {
    private static final String INDENT = "  ";

    void list(List<Letter> letters, int limit) {
        if (letters.isEmpty()) {
            out.println("none");
            return;
        }
        counts(letters);
        out.println();
        letters.stream()
                .sorted(Comparator.comparing(Letter::at).reversed())
                .limit(limit)
                .forEach(
                        letter ->
                                out.println(
                                        "%s  %s  %s"
                                                .formatted(
                                                        letter.at(),
                                                        letter.position(),
                                                        letter.reason())));
        if (letters.size() > limit) {
            out.println("and %d more: give --limit".formatted(letters.size() - limit));
        }
    }

    private void counts(List<Letter> letters) {
        Map<String, Long> counts =
                letters.stream()
                        .collect(
                                Collectors.groupingBy(
                                        letter ->
                                                letter.partition().topic()
                                                        + INDENT
                                                        + letter.reason(),
                                        TreeMap::new,
                                        Collectors.counting()));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(
                        entry ->
                                out.println("%6d  %s".formatted(entry.getValue(), entry.getKey())));
    }

    void show(Letter letter, byte[] key, List<String> shapes) {
        out.println("%-8s%s".formatted("record", letter.position()));
        out.println("%-8s%s".formatted("reason", letter.reason()));
        out.println("%-8s%s".formatted("tried", letter.at()));
        out.println("%-8s%s".formatted("key", key == null ? "none" : key.length + " bytes"));
        shapes.forEach(line -> out.println(INDENT + line));
    }

    void redriven(List<Redriven> done) {
        done.stream()
                .filter(each -> !each.isResolved())
                .forEach(
                        each ->
                                out.println(
                                        "%s stays: %s"
                                                .formatted(each.letter().position(), each.why())));
        long resolved = done.stream().filter(Redriven::isResolved).count();
        out.println("%d done with, %d stay".formatted(resolved, done.size() - resolved));
    }
}
