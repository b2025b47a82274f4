/**
 * From stored loans to a served model: full retrains and what becomes of them, and the refresh of single titles in between.
 *
 * <p>Read {@link org.leeswijzer.engine.model.Models} (what data staff can do) and
 * {@link org.leeswijzer.engine.model.ModelVersion}; then {@link org.leeswijzer.engine.model.Retraining} (all titles under a
 * new version) with {@link org.leeswijzer.engine.model.Appraisal} (how good it is) and the gate that may withhold it, and
 * {@link org.leeswijzer.engine.model.Jobs} (on a thread of its own); last
 * {@link org.leeswijzer.engine.model.DirtyTitles} and {@link org.leeswijzer.engine.model.Refresher} (one title after another
 * in the version that serves).
 *
 * <p>Both ways give the same rows, to the bit, from the same loans: they share
 * {@link org.leeswijzer.engine.similarity.Ranking} and count in whole numbers. What is taken out of the loans is taken out of
 * the rows of every version in the same write.
 */
@NullMarked
package org.leeswijzer.engine.model;

import org.jspecify.annotations.NullMarked;
