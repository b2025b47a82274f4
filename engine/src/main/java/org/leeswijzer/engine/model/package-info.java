/**
 * From stored loans to a served model: a full retrain, and the refresh of single titles in between.
 *
 * <p>Read {@link org.leeswijzer.engine.model.ModelInfo} first.
 */
@NullMarked
package org.leeswijzer.engine.model;

import org.jspecify.annotations.NullMarked;
