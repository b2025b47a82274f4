package org.leeswijzer.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.works.WorkDecision;
import org.leeswijzer.engine.works.WorkDecision.Kind;

/**
 * Which records are one work, pair by pair from all records and decisions; titles are of plain words, and a work and its
 * translations are two.
 */
final class SlowWorks {
    private final Map<RecordId, TitleRecord> records = new HashMap<>();
    private final Set<WorkDecision> decisions = new TreeSet<>();
    private List<WorkDecision> holding = List.of();
    private Map<RecordId, Set<RecordId>> known = Map.of();

    void seen(TitleRecord record) {
        records.put(record.recordId(), record);
        known = Map.of();
    }

    void decided(WorkDecision decision) {
        decisions.add(decision);
        holding =
                decisions.stream()
                        .filter(
                                each ->
                                        decisions.stream()
                                                .noneMatch(
                                                        other -> each.id().equals(other.undoes())))
                        .toList();
        known = Map.of();
    }

    /** Of every record all that are one work with it. */
    Map<RecordId, Set<RecordId>> works() {
        if (known.isEmpty()) {
            known = together();
        }
        return known;
    }

    private Map<RecordId, Set<RecordId>> together() {
        Map<RecordId, Set<RecordId>> works = new HashMap<>();
        records.keySet().forEach(record -> works.put(record, new HashSet<>(Set.of(record))));
        for (TitleRecord a : records.values()) {
            for (TitleRecord b : records.values()) {
                if (isLinked(a, b)) {
                    Set<RecordId> both = works.get(a.recordId());
                    both.addAll(works.get(b.recordId()));
                    both.forEach(record -> works.put(record, both));
                }
            }
        }
        return works;
    }

    private boolean isLinked(TitleRecord a, TitleRecord b) {
        if (form(a) != form(b)) {
            return false;
        }
        if (isAlike(a, b) && !isSplit(a, b, null)) {
            return true;
        }
        return holding(Kind.MERGE).stream()
                .filter(merge -> merge.records().containsAll(List.of(a.recordId(), b.recordId())))
                .anyMatch(merge -> !isSplit(a, b, merge));
    }

    private boolean isSplit(TitleRecord a, TitleRecord b, WorkDecision after) {
        return holding(Kind.SPLIT).stream()
                .filter(split -> after == null || split.compareTo(after) > 0)
                .anyMatch(
                        split ->
                                split.records().contains(a.recordId())
                                        != split.records().contains(b.recordId()));
    }

    private List<WorkDecision> holding(Kind kind) {
        return holding.stream().filter(each -> each.kind() == kind).toList();
    }

    private boolean isAlike(TitleRecord a, TitleRecord b) {
        String work = a.workId();
        if (work != null && work.equals(b.workId())) {
            if (speakAlike(a, b, like(a, each -> work.equals(each.workId())))) {
                return true;
            }
        }
        if (isName(a) && name(a).equals(name(b))) {
            if (speakAlike(a, b, like(a, each -> name(a).equals(name(each))))) {
                return true;
            }
        }
        return a.description().isbns().stream().anyMatch(isbn -> shareIsbn(isbn, a, b));
    }

    private interface Likeness {
        boolean with(TitleRecord record);
    }

    private List<TitleRecord> like(TitleRecord record, Likeness likeness) {
        return records.values().stream()
                .filter(each -> form(each) == form(record) && likeness.with(each))
                .toList();
    }

    private static boolean speakAlike(TitleRecord a, TitleRecord b, List<TitleRecord> all) {
        long languages =
                all.stream()
                        .map(each -> each.description().language())
                        .filter(language -> !language.isEmpty())
                        .distinct()
                        .count();
        return languages <= 1 || a.description().language().equals(b.description().language());
    }

    private boolean shareIsbn(Isbn isbn, TitleRecord a, TitleRecord b) {
        if (!b.description().isbns().contains(isbn)) {
            return false;
        }
        List<TitleRecord> all = like(a, each -> each.description().isbns().contains(isbn));
        return name(a).equals(name(b))
                || all.stream().allMatch(one -> all.stream().allMatch(two -> agree(one, two)));
    }

    private static boolean agree(TitleRecord a, TitleRecord b) {
        Set<String> ofA = words(a.description().title());
        Set<String> ofB = words(b.description().title());
        List<String> authorsOfA = a.description().authors();
        List<String> authorsOfB = b.description().authors();
        return (ofA.containsAll(ofB) || ofB.containsAll(ofA))
                && (authorsOfA.isEmpty() || authorsOfB.isEmpty() || authorsOfA.equals(authorsOfB));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ")));
    }

    private static List<Object> name(TitleRecord record) {
        return List.of(record.description().title(), record.description().authors());
    }

    private static boolean isName(TitleRecord record) {
        return !record.description().authors().isEmpty()
                && !record.description().title().equals("Poems");
    }

    private static Object form(TitleRecord record) {
        return switch (record.description().mediaType()) {
            case BOOK, AUDIOBOOK, EBOOK -> "text";
            default -> record.description().mediaType();
        };
    }
}
