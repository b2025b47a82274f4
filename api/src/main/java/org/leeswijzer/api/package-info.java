/**
 * The one runnable: HTTP, pages and command line over the engine.
 *
 * <p>{@link org.leeswijzer.api.Leeswijzer} hands over to a command of {@code command}. {@code service} opens the engine,
 * lets the event log flow into it and listens; {@code access} knows who may do what, {@code http} answers programs,
 * {@code feedback} hears readers, {@code page} answers them, {@code console} answers staff, {@code report} shows evaluations, and {@code demo} fills the service with a library
 * to try it on.
 *
 * <p>Rules: nothing here knows RocksDB; a request never sees a patron; an error's text says the value, the field and the
 * remedy, and a fault of ours says nothing of its cause.
 */
@NullMarked
package org.leeswijzer.api;

import org.jspecify.annotations.NullMarked;
