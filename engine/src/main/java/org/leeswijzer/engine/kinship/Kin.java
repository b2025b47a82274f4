package org.leeswijzer.engine.kinship;

import java.util.Comparator;

/**
 * A title that the catalogue describes much like another.
 *
 * @param title its number
 * @param score cosine, above 0 and at most 1
 */
public record Kin(int title, float score) {
    /** Best first: by falling score, then by rising title number; no two kin of a title are equal in it. */
    public static final Comparator<Kin> BEST_FIRST =
            Comparator.comparingDouble(Kin::score).reversed().thenComparingInt(Kin::title);
}
