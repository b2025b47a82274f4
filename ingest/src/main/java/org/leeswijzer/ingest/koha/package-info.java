/**
 * Loans out of Koha (koha-community.org), as its tables {@code issues}, {@code old_issues} and {@code
 * pseudonymized_transactions} are written to CSV, with their column names in the first line.
 *
 * <p>Read {@link org.leeswijzer.ingest.koha.KohaLoans}, then {@link org.leeswijzer.ingest.koha.ItemTitles}, which says
 * whose copies the items are, and {@link org.leeswijzer.ingest.koha.KohaOptions}. Koha's titles come as MARC.
 *
 * <p>Rules: a loan without a patron, or of the number that Koha gives all who are made anonymous, is dropped and counted:
 * taken together they would be one patron who borrows everything. Empty, {@code NULL} and {@code \N} are all nothing.
 */
@NullMarked
package org.leeswijzer.ingest.koha;

import org.jspecify.annotations.NullMarked;
