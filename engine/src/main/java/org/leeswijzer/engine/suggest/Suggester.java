package org.leeswijzer.engine.suggest;

import java.util.List;
import java.util.function.Supplier;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.Neighbours;

/** Turns neighbours and kin into suggestions. Safe for use by many threads. */
public final class Suggester {

    /** @param blend asked for at every call, since a retrain may tune it */
    public Suggester(
            Catalogue catalogue, Neighbours neighbours, Kinship kinship, Supplier<Blend> blend) {}

    /** For the page of one title: what its readers also borrowed first, then its kin. */
    public Answer forTitle(int title, Question question) {
        return soon();
    }

    /** For a list or for a patron's past loans: every seed speaks, newer ones louder. */
    public Answer forSeeds(List<Seed> seeds, Question question) {
        return soon();
    }

    @SuppressWarnings({
        "DoNotCallSuggester",
        "TypeParameterUnusedInFormals"
    }) // gone when the methods above are written
    private static <T> T soon() {
        throw new UnsupportedOperationException();
    }
}
