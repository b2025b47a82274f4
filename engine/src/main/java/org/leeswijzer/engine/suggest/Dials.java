package org.leeswijzer.engine.suggest;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What whoever asks can turn: the same evidence, shown otherwise.
 *
 * @param mode how far from what was asked for
 * @param bases which evidence may speak, at least one kind
 * @param caps how much may be alike
 */
public record Dials(Dial mode, Set<Basis> bases, Caps caps) {
    /** All evidence, in its own order. */
    public static final Dials DEFAULT = of(Dial.BALANCED);

    /** @throws IllegalArgumentException if no evidence may speak */
    public Dials {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("bases are none: give at least one");
        }
        bases = Collections.unmodifiableSet(EnumSet.copyOf(bases));
    }

    /** A mode with all evidence and its own caps. */
    public static Dials of(Dial mode) {
        return new Dials(mode, Basis.OF_SEEDS, mode.caps());
    }
}
