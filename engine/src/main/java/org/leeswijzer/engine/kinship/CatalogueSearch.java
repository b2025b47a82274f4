package org.leeswijzer.engine.kinship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.similarity.Workers;

/**
 * Finds titles while a reader types. The index is held in memory and follows the catalogue; nothing that searches ever
 * waits for it. Safe for use by many threads.
 */
public final class CatalogueSearch implements AutoCloseable {
    /** The most matches that are looked at for titles that may be shown. */
    static final int MATCHES = 10_000;

    private static final double BUFFER_MB = 64;

    private final Catalogue catalogue;
    private final int threads;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Refreshing refreshing;
    private SeenTitles seen = SeenTitles.NONE;

    /* Titles below this number may be in the index, also where a refresh stopped halfway. */
    private int mayBeIn;

    /**
     * Reads the whole catalogue before it returns.
     *
     * @param threads that read it
     * @param executor for the background; one that waits a little first gathers the changes of a busy moment
     */
    public CatalogueSearch(Catalogue catalogue, int threads, Executor executor) {
        this.catalogue = catalogue;
        this.threads = threads;
        refreshing = new Refreshing("search", executor, this::refresh);
        try {
            writer =
                    new IndexWriter(
                            directory,
                            new IndexWriterConfig(Words.analyzer())
                                    .setMergeScheduler(new SerialMergeScheduler())
                                    .setRAMBufferSizeMB(BUFFER_MB));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresh();
    }

    /** Tells that titles are new or have changed; cheap, and may be called at every one. */
    public void catalogueChanged() {
        refreshing.request();
    }

    /**
     * Titles with all the words, the last of which may be the beginning of a word, in any order over title, authors,
     * subjects and series; or with the ISBN. What readers see first: the title that is called just so, then titles that
     * begin so, then words in titles before those in authors, series and subjects; then by rising title number. No input is
     * wrong; of very long input the first words count.
     *
     * @param shown what may be in the answer; asked of at most 10,000 matches, the best
     * @param limit at most so many
     * @return title numbers, best first
     */
    public List<Integer> search(String words, Predicate<Title> shown, int limit) {
        Query query = SearchQuery.of(words);
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(searcher, query, shown, limit);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> search(
            IndexSearcher searcher, Query query, Predicate<Title> shown, int limit)
            throws IOException {
        List<Integer> found = new ArrayList<>();
        @Nullable FieldDoc last = null;
        int page = Math.max(limit, 16);
        for (int looked = 0; looked < MATCHES && found.size() < limit; page *= 4) {
            int size = Math.min(page, MATCHES - looked);
            ScoreDoc[] matches =
                    searcher.searchAfter(last, query, size, TitleDocument.BEST_FIRST).scoreDocs;
            Arrays.stream(matches)
                    .map(TitleDocument::title)
                    .filter(title -> shown.test(catalogue.title(title)))
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (matches.length < size) {
                break;
            }
            looked += size;
            last = (FieldDoc) matches[size - 1];
        }
        return found;
    }

    /** Takes in all changes of the catalogue before it returns. */
    public synchronized void refresh() {
        SeenTitles now = seen.next(catalogue);
        int[] changed = now.changed();
        int in = mayBeIn;
        mayBeIn = now.size();
        IntConsumer write = i -> write(now.title(changed[i]), changed[i] < in);
        Workers.share(changed.length, threads, () -> write);
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        seen = now;
    }

    /** Adding what is new for certain is much faster than replacing what may be there. */
    private void write(Title title, boolean mayBeIn) {
        try {
            Optional<Document> document =
                    title.description().map(told -> TitleDocument.of(title.number(), told));
            if (mayBeIn) {
                writer.deleteDocuments(TitleDocument.key(title.number()));
            }
            if (document.isPresent()) {
                writer.addDocument(document.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of the index; searching is over. */
    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
