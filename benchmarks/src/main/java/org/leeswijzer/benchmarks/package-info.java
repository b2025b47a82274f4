/**
 * How fast, how accurate, how large: built and tested on every build so that it cannot rot.
 *
 * <p>{@code jmh} asks what one step costs, {@code growth} what a full retrain does, {@code load} how long front-ends wait,
 * {@code accuracy} how well suggestions foretell what is borrowed; {@code generate} makes loans of any number, and
 * {@code results} writes figures with where they come from. Every command stands in the class that it runs.
 */
@NullMarked
package org.leeswijzer.benchmarks;

import org.jspecify.annotations.NullMarked;
