package org.leeswijzer.engine.kinship;

import java.util.List;
import java.util.Optional;

/** The kin of every title. Safe for use by many threads. */
public interface Kinship {

    /** The most kin that a title has. */
    int LIMIT = 100;

    /** Of a catalogue that says nothing. */
    Kinship NONE =
            new Kinship() {
                @Override
                public List<Kin> of(int title) {
                    return List.of();
                }

                @Override
                public Optional<Shared> shared(int seed, int candidate) {
                    return Optional.empty();
                }
            };

    /** At most 100, by falling score, then by rising title number; empty where there are none. */
    List<Kin> of(int title);

    /** The most telling thing that two titles have in common; present for a title and each of its kin. */
    Optional<Shared> shared(int seed, int candidate);
}
