package org.leeswijzer.engine.kinship;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.leeswijzer.engine.catalogue.Isbn;

/** What a reader typed, as a query on {@link TitleDocument}s. */
final class SearchQuery {
    /*
     * Scores are sums of small whole numbers, not BM25: that one counts deleted documents until they are merged away, so the
     * same catalogue would be sorted now this way, now that.
     */
    private static final Map<String, Integer> FIELDS =
            Map.of(
                    TitleDocument.TITLE, 8,
                    TitleDocument.AUTHORS, 6,
                    TitleDocument.SERIES, 4,
                    TitleDocument.SUBJECTS, 2);

    /** What a whole word is worth above a word that begins so. */
    private static final int WHOLE_WORD = 1;

    private static final int WHOLE_TITLE = 400;
    private static final int BEGINNING = 200;

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_WORDS = 16;

    /* Lucene refuses beginnings of more than 1,000 bytes. */
    private static final int LONGEST_WORD = 100;

    private SearchQuery() {}

    /** Matches nothing if there is no word in it. */
    static Query of(String typed) {
        String text = typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS));
        List<String> words =
                Words.all(text).stream().limit(MOST_WORDS).map(SearchQuery::cut).toList();
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        Optional<Isbn> isbn = Isbn.find(text.strip());
        Query inWords = inWords(words, TitleDocument.whole(text));
        return isbn.isEmpty()
                ? inWords
                : new DisjunctionMaxQuery(
                        List.of(
                                inWords,
                                term(TitleDocument.ISBN, isbn.get().digits(), WHOLE_TITLE)),
                        0);
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }

    private static Query inWords(List<String> words, String whole) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            all.add(anywhere(words.get(i), i == words.size() - 1), Occur.MUST);
        }
        all.add(term(TitleDocument.WHOLE_TITLE, whole, WHOLE_TITLE), Occur.SHOULD);
        all.add(prefix(TitleDocument.WHOLE_TITLE, whole, BEGINNING), Occur.SHOULD);
        return all.build();
    }

    /** The best place where the word stands. */
    private static Query anywhere(String word, boolean mayGoOn) {
        List<Query> places = new ArrayList<>();
        FIELDS.forEach(
                (field, worth) -> {
                    places.add(term(field, word, worth + WHOLE_WORD));
                    if (mayGoOn) {
                        places.add(prefix(field, word, worth));
                    }
                });
        return new DisjunctionMaxQuery(places, 0);
    }

    private static Query term(String field, String text, int score) {
        return worth(new TermQuery(new Term(field, text)), score);
    }

    private static Query prefix(String field, String text, int score) {
        return worth(new PrefixQuery(new Term(field, text)), score);
    }

    private static Query worth(Query query, int score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
