package org.leeswijzer.api.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.letter.Letter;

/**
 * Letters that are not done with.
 *
 * @param isThere whether an event log is read at all
 * @param groups how many there are of each topic and reason, the most first
 * @param letters some of them
 * @param failure why they cannot be told, in English; null if they can
 */
public record LettersView(
        boolean isThere,
        int count,
        List<Group> groups,
        List<Letter> letters,
        @Nullable String failure) {
    private static final int SHOWN = 50;

    /** How many there are of one kind. */
    public record Group(String topic, String reason, int count) {}

    /** Copies the lists. */
    public LettersView {
        groups = List.copyOf(groups);
        letters = List.copyOf(letters);
    }

    static LettersView none(boolean isThere, @Nullable String failure) {
        return new LettersView(isThere, 0, List.of(), List.of(), failure);
    }

    static LettersView of(List<Letter> open) {
        Map<Group, Integer> counts = new LinkedHashMap<>();
        open.forEach(
                letter ->
                        counts.merge(
                                new Group(letter.partition().topic(), letter.reason(), 0),
                                1,
                                Integer::sum));
        List<Group> groups =
                counts.entrySet().stream()
                        .map(
                                each ->
                                        new Group(
                                                each.getKey().topic(),
                                                each.getKey().reason(),
                                                each.getValue()))
                        .sorted(Comparator.comparingInt(Group::count).reversed())
                        .toList();
        return new LettersView(
                true, open.size(), groups, open.subList(0, Math.min(SHOWN, open.size())), null);
    }
}
