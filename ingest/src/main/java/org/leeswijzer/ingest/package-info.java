/** Bytes in, domain events out. */
@NullMarked
package org.leeswijzer.ingest;

import org.jspecify.annotations.NullMarked;
