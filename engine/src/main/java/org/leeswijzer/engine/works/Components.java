package org.leeswijzer.engine.works;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Numbers that are united bit by bit; of a component the lowest stands for all. */
final class Components {
    private final Int2IntMap parent = new Int2IntOpenHashMap();
    private final IntList inOrder = new IntArrayList();

    /** Adds a number by itself, unless it is there. */
    void add(int number) {
        if (!parent.containsKey(number)) {
            parent.put(number, number);
            inOrder.add(number);
        }
    }

    void unite(int a, int b) {
        int rootOfA = root(a);
        int rootOfB = root(b);
        parent.put(Math.max(rootOfA, rootOfB), Math.min(rootOfA, rootOfB));
    }

    private int root(int number) {
        int at = number;
        while (parent.get(at) != at) {
            parent.put(at, parent.get(parent.get(at)));
            at = parent.get(at);
        }
        return at;
    }

    int size() {
        return inOrder.size();
    }

    /** The number that was added as so many-th. */
    int get(int index) {
        return inOrder.getInt(index);
    }

    /** Every component, its numbers rising; those with lower numbers first. */
    Collection<IntList> all() {
        Map<Integer, IntList> byRoot = new TreeMap<>();
        for (int number : inOrder) {
            byRoot.computeIfAbsent(root(number), root -> new IntArrayList()).add(number);
        }
        byRoot.values().forEach(numbers -> numbers.sort((IntComparator) null));
        return byRoot.values();
    }
}
