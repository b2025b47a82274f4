/**
 * The running service: configuration, the engine, the consumer of the event log, health and metrics.
 *
 * <p>Read {@link org.leeswijzer.api.service.Settings} and {@link org.leeswijzer.api.service.KafkaSettings} (what can be
 * set), then {@link org.leeswijzer.api.service.Service} (the order in which things open and close); {@link org.leeswijzer.api.service.RestoreWatch} keeps a restored
 * store from being served too early.
 *
 * <p>Rules: a wrong setting stops the start, and so does one that nobody knows; the store is open before the port is, and
 * the port is closed before the store is.
 */
@NullMarked
package org.leeswijzer.api.service;

import org.jspecify.annotations.NullMarked;
