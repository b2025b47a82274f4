/**
 * The events of FOLIO (folio.org): loans, items, instances and users, as mod-circulation-storage,
 * mod-inventory-storage and mod-users publish them.
 *
 * <p>Read {@link org.leeswijzer.ingest.folio.FolioTopics}, which says what is read from where, then {@code Envelope}, the
 * frame that all events share, then one decoder per topic: {@code Loans}, {@code Items}, {@code Instances}, {@code Users}.
 *
 * <p>Rules: the tenant is taken from the header {@code folio.tenantId}, else from the payload, else from the topic (with a
 * tenant collection the topic says {@code ALL}). Events may be lost and repeated, so each is read as the last word on its
 * id. No other header is looked at: one of them can hold a credential. Of a user nothing is read but the key.
 */
@NullMarked
package org.leeswijzer.ingest.folio;

import org.jspecify.annotations.NullMarked;
