package org.leeswijzer.benchmarks.accuracy.search;

import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/**
 * One model among many: how shared patrons are counted, which neighbours are kept, and how they and kinship are weighed.
 * Change one thing at a time: every change gives a copy. Immutable.
 */
final class Variant {
    /** What the engine does when it is not tuned. */
    static final Variant DELIVERED = new Variant();

    private String aspect = "delivered";
    private String name = "not tuned";
    private IntToDoubleFunction dayWeight = decay(0.2, 90);
    private Scorer keep = Scorer.damped(0.3, 10).aboveChance();
    private Scorer weigh = Scorer.damped(0.3, 10);
    private double seedPrior = 10;
    private double recencyDays = 30;
    private CatalogueKinship.Options kinship = CatalogueKinship.Options.DEFAULT;
    private double kinshipWeight = 0.9;
    private double secondOrder;

    private Variant() {}

    /** Two loans so many days apart. */
    static IntToDoubleFunction decay(double floor, double days) {
        return apart -> floor + (1 - floor) * Math.exp(-Math.abs(apart) / days);
    }

    private Variant with(Consumer<Variant> change) {
        Variant copy = new Variant();
        copy.aspect = aspect;
        copy.name = name;
        copy.dayWeight = dayWeight;
        copy.keep = keep;
        copy.weigh = weigh;
        copy.seedPrior = seedPrior;
        copy.recencyDays = recencyDays;
        copy.kinship = kinship;
        copy.kinshipWeight = kinshipWeight;
        copy.secondOrder = secondOrder;
        change.accept(copy);
        return copy;
    }

    Variant called(String otherAspect, String otherName) {
        return with(
                copy -> {
                    copy.aspect = otherAspect;
                    copy.name = otherName;
                });
    }

    Variant withDayWeight(IntToDoubleFunction other) {
        return with(copy -> copy.dayWeight = other);
    }

    Variant keeping(Scorer other) {
        return with(copy -> copy.keep = other);
    }

    Variant weighing(Scorer other) {
        return with(copy -> copy.weigh = other);
    }

    Variant withSeedPrior(double other) {
        return with(copy -> copy.seedPrior = other);
    }

    Variant withRecency(double other) {
        return with(copy -> copy.recencyDays = other);
    }

    Variant with(CatalogueKinship.Options other) {
        return with(copy -> copy.kinship = other);
    }

    Variant withKinshipWeight(double other) {
        return with(copy -> copy.kinshipWeight = other);
    }

    Variant withSecondOrder(double other) {
        return with(copy -> copy.secondOrder = other);
    }

    /** What is varied. */
    String aspect() {
        return aspect;
    }

    /** In what way. */
    String name() {
        return name;
    }

    /** What a patron counts, by the days from one loan to the other. */
    IntToDoubleFunction dayWeight() {
        return dayWeight;
    }

    /** By which the hundred neighbours are chosen. */
    Scorer keep() {
        return keep;
    }

    /** What a neighbour then counts. */
    Scorer weigh() {
        return weigh;
    }

    /** A seed counts one over its borrowers and so many more; infinite if all seeds count alike. */
    double seedPrior() {
        return seedPrior;
    }

    /** After so many days a seed counts 1/e. */
    double recencyDays() {
        return recencyDays;
    }

    /** Which kinship. */
    CatalogueKinship.Options kinship() {
        return kinship;
    }

    /** What a cosine of 1 counts. */
    double kinshipWeight() {
        return kinshipWeight;
    }

    /** What neighbours of neighbours count. */
    double secondOrder() {
        return secondOrder;
    }
}
