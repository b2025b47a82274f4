/** Loans in, suggestions out: everything that needs neither a server nor Kafka. */
@NullMarked
package org.leeswijzer.engine;

import org.jspecify.annotations.NullMarked;
