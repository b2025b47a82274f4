/**
 * Where figures are kept: one JSON file per run, which names the machine, the JDK and the commit it was measured on.
 */
@NullMarked
package org.leeswijzer.benchmarks.results;

import org.jspecify.annotations.NullMarked;
