/** How long a full retrain takes, and how that grows with the loans. */
@NullMarked
package org.leeswijzer.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
