package org.leeswijzer.engine.works;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;

/** Puts editions together that are one work. One thread uses it at a time. */
public final class Grouping {
    /*
     * Editions and what links them are a graph, and works are its components. When a record changes only those components
     * can change that it was in or comes into, or that share a key with it, as it may be the one that has others disagree.
     * These are walked through, and their old works with them, so that none is left with half of its editions.
     */
    private final Links links;
    private final Decisions decisions;
    private final Likeness likeness;

    public Grouping(Links links, Decisions decisions, Languages languages) {
        this.links = links;
        this.decisions = decisions;
        likeness = new Likeness(languages);
    }

    /** What there is to be put together. */
    public interface Editions {
        /** The records of an edition, of one form; empty if only loans have named it. */
        List<TitleRecord> records(int edition);

        /** All editions of what is its work until now, itself among them. */
        IntList together(int edition);

        /** The edition of a record. */
        OptionalInt of(RecordId record);
    }

    /**
     * Editions that may belong elsewhere since a record has changed.
     *
     * @param before what its edition was
     * @param after what it is now
     */
    public IntList touched(int edition, List<TitleRecord> before, List<TitleRecord> after) {
        IntArrayList touched = IntArrayList.of(edition);
        for (List<TitleRecord> records : List.of(before, after)) {
            for (TitleRecord record : records) {
                for (LinkKey key : LinkKey.of(record)) {
                    IntList others = links.of(key);
                    // With one more or one less the key may begin or cease to say something.
                    if (others.size() <= Likeness.MOST + 1) {
                        touched.addAll(others);
                    }
                }
            }
        }
        return touched;
    }

    /** The works of these editions, and those whose editions hang together with them now or did until now. */
    public Collection<IntList> around(IntCollection start, Editions editions) {
        Walk walk = new Walk(editions);
        start.forEach(walk::reach);
        return walk.works();
    }

    /** One walk through what hangs together. */
    private final class Walk {
        private final Editions editions;
        private final Components components = new Components();
        private final Map<LinkKey, Collection<IntList>> classes = new HashMap<>();
        private final Set<WorkDecision> merged = new HashSet<>();

        Walk(Editions editions) {
            this.editions = editions;
        }

        void reach(int edition) {
            components.add(edition);
        }

        Collection<IntList> works() {
            for (int at = 0; at < components.size(); at++) {
                visit(components.get(at));
            }
            return components.all();
        }

        private void visit(int edition) {
            editions.together(edition).forEach(this::reach);
            List<TitleRecord> records = editions.records(edition);
            for (TitleRecord record : records) {
                LinkKey.of(record).forEach(key -> linkBy(key, edition));
            }
            for (WorkDecision merge : decisions.merges(records)) {
                if (merged.add(merge)) {
                    link(merge);
                }
            }
        }

        private void linkBy(LinkKey key, int edition) {
            Collection<IntList> ofKey =
                    classes.computeIfAbsent(
                            key,
                            k ->
                                    new ArrayList<>(
                                            likeness.classes(
                                                    k.kind(), links.of(k), this::description)));
            for (IntList each : List.copyOf(ofKey)) {
                if (each.contains(edition)) {
                    ofKey.remove(each);
                    link(each, member -> decisions.splits(editions.records(member), null));
                }
            }
        }

        private Description description(int edition) {
            return editions.records(edition).get(0).description();
        }

        private void link(WorkDecision merge) {
            IntList described = new IntArrayList();
            for (RecordId record : merge.records()) {
                editions.of(record).ifPresent(described::add);
            }
            described.removeIf((int edition) -> editions.records(edition).isEmpty());
            link(
                    described,
                    edition ->
                            List.of(
                                    description(edition).mediaType().form(),
                                    decisions.splits(editions.records(edition), merge)));
        }

        /** Links all that have the property in common; the others are reached all the same. */
        private void link(IntList some, IntFunction<Object> property) {
            Map<Object, Integer> firsts = new HashMap<>();
            for (int edition : some) {
                reach(edition);
                Integer first = firsts.putIfAbsent(property.apply(edition), edition);
                if (first != null) {
                    components.unite(first, edition);
                }
            }
        }
    }
}
