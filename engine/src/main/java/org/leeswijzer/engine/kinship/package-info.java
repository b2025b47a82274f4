/**
 * Which titles are alike by what the catalogue says of them; Lucene lives here and nowhere else.
 *
 * <p>Read {@link org.leeswijzer.engine.kinship.Kinship}, then {@link org.leeswijzer.engine.kinship.KinshipIndex}.
 */
@NullMarked
package org.leeswijzer.engine.kinship;

import org.jspecify.annotations.NullMarked;
