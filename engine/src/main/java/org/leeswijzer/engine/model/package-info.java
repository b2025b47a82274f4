/**
 * From stored loans to a served model: a full retrain, and the refresh of single titles in between.
 *
 * <p>Read {@link org.leeswijzer.engine.model.ModelInfo}, {@link org.leeswijzer.engine.model.Retraining} (all titles under
 * a new version), {@link org.leeswijzer.engine.model.DirtyTitles} and {@link org.leeswijzer.engine.model.Refresher}
 * (one title after another in the version that serves).
 *
 * <p>Both ways give the same rows, to the bit, from the same loans: they share
 * {@link org.leeswijzer.engine.similarity.Ranking} and count in whole numbers.
 */
@NullMarked
package org.leeswijzer.engine.model;

import org.jspecify.annotations.NullMarked;
