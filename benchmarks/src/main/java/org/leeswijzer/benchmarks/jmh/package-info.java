/**
 * What one step costs, measured by JMH: one class per question, whose first line is the question and whose command asks it.
 *
 * <p>Inside: {@link org.leeswijzer.benchmarks.jmh.CountingPairs}, {@link org.leeswijzer.benchmarks.jmh.SimilarTitles}.
 * The store: {@link org.leeswijzer.benchmarks.jmh.StoreReads}, {@link org.leeswijzer.benchmarks.jmh.StoreWrites}. What is
 * served: {@link org.leeswijzer.benchmarks.jmh.TitleSuggestions}, {@link org.leeswijzer.benchmarks.jmh.ListSuggestions}.
 * Privacy: {@link org.leeswijzer.benchmarks.jmh.Pseudonyms}. {@link org.leeswijzer.benchmarks.jmh.Jmh} asks them all and
 * keeps the answers.
 *
 * <p>Loans are generated with a fixed seed. What is measured is the delivered code through its public door; stores are
 * real ones, in temporary folders that go when the measuring ends. A test runs each once, so that none can rot.
 */
@NullMarked
package org.leeswijzer.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
