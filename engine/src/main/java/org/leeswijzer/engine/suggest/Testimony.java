package org.leeswijzer.engine.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.leeswijzer.engine.feedback.Voices;
import org.leeswijzer.engine.feedback.Voices.Voice;
import org.leeswijzer.engine.kinship.Kin;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.similarity.Marginals;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.Neighbours;

/** What seeds say of other titles to one question, weighed. Safe for use by many threads. */
final class Testimony {
    private final Neighbours neighbours;
    private final Marginals marginals;
    private final Kinship kinship;
    private final Weights weights;
    private final Voices voices;
    private final Question question;

    Testimony(
            Neighbours neighbours,
            Kinship kinship,
            Weights weights,
            Voices voices,
            Question question) {
        this.neighbours = neighbours;
        this.kinship = kinship;
        this.weights = weights;
        this.voices = voices;
        this.question = question;
        marginals = neighbours.marginals(question.scope());
    }

    /**
     * A title and what it counts.
     *
     * @param both patrons who borrowed it and the seed; 0 for kin
     */
    record Weighed(int title, double score, int both) {
        static final Comparator<Weighed> BEST_FIRST =
                Comparator.comparingDouble(Weighed::score)
                        .reversed()
                        .thenComparingInt(Weighed::title);
    }

    /**
     * What a seed itself counts.
     *
     * @param age in days before the newest seed, at least 0
     */
    double weight(int seed, long age) {
        // Below minBorrowers nobody is to see how few they are.
        int borrowers = Math.max(neighbours.minBorrowers(), marginals.borrowers(seed));
        return weights.seed(age, borrowers);
    }

    /** What its readers also borrowed, in no particular order; nothing if the question does not want to hear it. */
    List<Weighed> loans(int seed) {
        if (!bases().contains(Basis.LOANS)) {
            return new ArrayList<>();
        }
        Voice voice = voices.of(question.scope(), seed);
        List<Weighed> weighed = new ArrayList<>();
        for (Neighbour neighbour : neighbours.of(question.scope(), seed)) {
            int borrowers = marginals.borrowers(neighbour.title());
            double score =
                    weights.loans(neighbour.overlap(), borrowers) * voice.factor(neighbour.title());
            weighed.add(new Weighed(neighbour.title(), score, neighbour.both()));
        }
        return weighed;
    }

    /** What is alike, best first; nothing if the question does not want to hear it. */
    List<Weighed> kin(int seed) {
        if (!bases().contains(Basis.KINSHIP)) {
            return new ArrayList<>();
        }
        Voice voice = voices.of(question.scope(), seed);
        List<Weighed> weighed = new ArrayList<>();
        for (Kin kin : kinship.of(seed)) {
            double score = weights.kinship(kin.score()) * voice.factor(kin.title());
            weighed.add(new Weighed(kin.title(), score, 0));
        }
        if (voice != Voice.SILENT) {
            weighed.sort(Weighed.BEST_FIRST);
        }
        return weighed;
    }

    private Set<Basis> bases() {
        return question.dials().bases();
    }
}
