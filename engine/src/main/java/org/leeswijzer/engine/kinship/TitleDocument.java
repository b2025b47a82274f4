package org.leeswijzer.engine.kinship;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.leeswijzer.engine.catalogue.Description;

/** How a title stands in the search index. */
final class TitleDocument {
    static final String TITLE = "title";

    /** All words of the title as one term. */
    static final String WHOLE_TITLE = "wholeTitle";

    static final String AUTHORS = "authors";
    static final String SERIES = "series";
    static final String SUBJECTS = "subjects";
    static final String ISBN = "isbn";

    /* Whether a word stands there is all that is asked; how often and where would double the index. */
    private static final FieldType WORDS = words();

    private static final String KEY = "key";
    private static final String NUMBER = "number";

    /** By falling score, then by rising title number. */
    static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(NUMBER, SortField.Type.INT));

    /* Lucene refuses terms of more than 32,766 bytes and beginnings of more than 1,000; this much tells titles apart. */
    private static final int LONGEST = 250;

    private TitleDocument() {}

    static Document of(int number, Description description) {
        Document document = new Document();
        document.add(new StringField(KEY, Integer.toString(number), Store.NO));
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(text(TITLE, description.title()));
        document.add(new StringField(WHOLE_TITLE, whole(description.title()), Store.NO));
        addAll(document, AUTHORS, description.authors());
        addAll(document, SERIES, description.series());
        addAll(document, SUBJECTS, description.subjects());
        description
                .isbns()
                .forEach(isbn -> document.add(new StringField(ISBN, isbn.digits(), Store.NO)));
        return document;
    }

    static Term key(int number) {
        return new Term(KEY, Integer.toString(number));
    }

    /** The title number of a match that was sorted by {@link #BEST_FIRST}. */
    static int title(ScoreDoc match) {
        return (Integer) ((FieldDoc) match).fields[1];
    }

    /** A title, or what was typed of it, as a term of {@link #WHOLE_TITLE}. */
    static String whole(String title) {
        String words = Words.joined(title);
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    private static void addAll(Document document, String field, List<String> texts) {
        texts.forEach(text -> document.add(text(field, text)));
    }

    private static Field text(String field, String text) {
        return new Field(field, Words.fold(text), WORDS);
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
