/** How fast, how accurate, how large: built on every build so that it cannot rot. */
@NullMarked
package org.leeswijzer.benchmarks;

import org.jspecify.annotations.NullMarked;
