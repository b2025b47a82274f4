package org.leeswijzer.benchmarks.accuracy.search;

import java.util.function.IntToDoubleFunction;

/**
 * One model among many: how shared patrons are counted, which neighbours are kept, and how they and kinship are weighed.
 * Change one thing at a time.
 *
 * @param aspect what is varied
 * @param name in what way
 * @param dayWeight of a patron, by the days from one loan to the other
 * @param keep by which the hundred neighbours are chosen
 * @param weigh what a neighbour then counts
 * @param seedPrior a seed counts one over its borrowers and so many more; infinite if all seeds count alike
 * @param recencyDays after so many days a seed counts 1/e
 * @param kinship which
 * @param kinshipWeight what a cosine of 1 counts
 * @param secondOrder what neighbours of neighbours count
 */
record Variant(
        String aspect,
        String name,
        IntToDoubleFunction dayWeight,
        Scorer keep,
        Scorer weigh,
        double seedPrior,
        double recencyDays,
        CatalogueKinship.Options kinship,
        double kinshipWeight,
        double secondOrder) {

    /** What the engine does when it is not tuned. */
    static final Variant DELIVERED =
            new Variant(
                    "delivered",
                    "not tuned",
                    decay(0.2, 90),
                    Scorer.LOG_LIKELIHOOD,
                    Scorer.damped(0.3, 10),
                    10,
                    30,
                    CatalogueKinship.Options.DEFAULT,
                    0.9,
                    0);

    /** Two loans so many days apart. */
    static IntToDoubleFunction decay(double floor, double days) {
        return apart -> floor + (1 - floor) * Math.exp(-Math.abs(apart) / days);
    }

    Variant called(String otherAspect, String otherName) {
        return new Variant(
                otherAspect,
                otherName,
                dayWeight,
                keep,
                weigh,
                seedPrior,
                recencyDays,
                kinship,
                kinshipWeight,
                secondOrder);
    }

    Variant withDayWeight(IntToDoubleFunction other) {
        return new Variant(
                aspect,
                name,
                other,
                keep,
                weigh,
                seedPrior,
                recencyDays,
                kinship,
                kinshipWeight,
                secondOrder);
    }

    Variant keeping(Scorer other) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                other,
                weigh,
                seedPrior,
                recencyDays,
                kinship,
                kinshipWeight,
                secondOrder);
    }

    Variant weighing(Scorer other) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                keep,
                other,
                seedPrior,
                recencyDays,
                kinship,
                kinshipWeight,
                secondOrder);
    }

    Variant withSeedPrior(double other) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                keep,
                weigh,
                other,
                recencyDays,
                kinship,
                kinshipWeight,
                secondOrder);
    }

    Variant withRecency(double days) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                keep,
                weigh,
                seedPrior,
                days,
                kinship,
                kinshipWeight,
                secondOrder);
    }

    Variant with(CatalogueKinship.Options other) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                keep,
                weigh,
                seedPrior,
                recencyDays,
                other,
                kinshipWeight,
                secondOrder);
    }

    Variant withKinshipWeight(double other) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                keep,
                weigh,
                seedPrior,
                recencyDays,
                kinship,
                other,
                secondOrder);
    }

    Variant withSecondOrder(double other) {
        return new Variant(
                aspect,
                name,
                dayWeight,
                keep,
                weigh,
                seedPrior,
                recencyDays,
                kinship,
                kinshipWeight,
                other);
    }
}
