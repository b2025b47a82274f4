package org.leeswijzer.engine.evaluate;

import java.util.function.Function;

/**
 * A model to be judged beside the suggester.
 *
 * @param train makes it of what may be learned from
 */
public record Contender(String name, Function<LoanSet, Recommender> train) {}
