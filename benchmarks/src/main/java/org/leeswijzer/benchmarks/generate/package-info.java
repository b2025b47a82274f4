/**
 * Loans that nobody made, for measuring at sizes that no library lends out: the same for the same seed, everywhere.
 */
@NullMarked
package org.leeswijzer.benchmarks.generate;

import org.jspecify.annotations.NullMarked;
