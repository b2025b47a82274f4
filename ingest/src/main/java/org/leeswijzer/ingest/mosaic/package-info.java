/**
 * The tab-separated files that the University of Huddersfield and the MOSAIC project made known.
 *
 * <p>Read {@link org.leeswijzer.ingest.mosaic.MosaicLoans}: time in seconds since 1970, item, user; and {@link
 * org.leeswijzer.ingest.mosaic.MosaicTitles}: item, ISBNs, title, authors, publisher, year, URL. What is called an item
 * there is a title here. Neither file needs a header; one that is there is passed by.
 */
@NullMarked
package org.leeswijzer.ingest.mosaic;

import org.jspecify.annotations.NullMarked;
