/**
 * Which titles are alike by what the catalogue says of them, and which answer to words that a reader types; Lucene lives
 * here and nowhere else.
 *
 * <p>Read {@link org.leeswijzer.engine.kinship.Kinship}, then {@link org.leeswijzer.engine.kinship.KinshipIndex}, which
 * computes it for the catalogue as it stands: {@link org.leeswijzer.engine.kinship.FeatureKind} says what counts for how
 * much, {@code Features} takes it out of a description, {@code FeatureTable} weighs it and {@code KinFinder} finds the best
 * hundred. {@link org.leeswijzer.engine.kinship.LiveKinship} follows a catalogue that changes, and so does
 * {@link org.leeswijzer.engine.kinship.CatalogueSearch}.
 *
 * <p>Scores are a function of the catalogue alone: what is summed is whole numbers, so that neither the order in which
 * titles came nor the number of threads nor the machine changes a bit.
 */
@NullMarked
package org.leeswijzer.engine.kinship;

import org.jspecify.annotations.NullMarked;
