package org.leeswijzer.engine.model;

import java.time.Instant;
import org.leeswijzer.engine.suggest.Blend;

/**
 * The model that answers.
 *
 * @param version from 1, one more at every retrain; 0 as long as there was none and titles are refreshed one by one
 * @param revision grows whenever a stored row changes; with the version it names the state that an answer came from
 * @param trained when the retrain began; the epoch for version 0
 * @param blend as tuned by that retrain
 * @param pinned whether titles are not refreshed, since this version was rolled back to
 */
public record ModelInfo(int version, long revision, Instant trained, Blend blend, boolean pinned) {}
