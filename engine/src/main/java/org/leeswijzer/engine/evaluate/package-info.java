/**
 * How good the suggestions are, judged by the very code that serves them.
 */
@NullMarked
package org.leeswijzer.engine.evaluate;

import org.jspecify.annotations.NullMarked;
