package org.leeswijzer.engine.kinship;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts text of any script into words: lower case, without diacritics. Safe for use by many threads. */
final class Words {
    private static final Pattern DIACRITICS = Pattern.compile("[\u0300-\u036f]+");
    /* Lucene would keep "l'amour" and "J.R.R" whole, and then "amour" and "J. R. R." would not be found. */
    private static final Pattern INSIDE_WORDS = Pattern.compile("['\u2018\u2019\u02bc.]");

    private static final Analyzer ALL = analyzer(CharArraySet.EMPTY_SET);
    private static final Analyzer TELLING = analyzer(stopwords());

    private Words() {}

    /** Every word, in order. */
    static List<String> all(String text) {
        return cut(ALL, text);
    }

    /** Every word but those that say nothing of what a title is about, such as "the" and "van". */
    static List<String> telling(String text) {
        return cut(TELLING, text);
    }

    /** Every word, with one space between: equal for headings that differ in case, accents and punctuation alone. */
    static String joined(String text) {
        return String.join(" ", all(text));
    }

    /** What cuts text that {@link #fold} has prepared, for an index of it. */
    static Analyzer analyzer() {
        return ALL;
    }

    /** Text without diacritics, in the one form that Unicode has for it. */
    static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = DIACRITICS.matcher(apart).replaceAll("");
        String spaced = INSIDE_WORDS.matcher(bare).replaceAll(" ");
        return Normalizer.normalize(spaced, Normalizer.Form.NFKC);
    }

    private static List<String> cut(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", fold(text))) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Analyzer analyzer(CharArraySet stopwords) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = new StandardTokenizer();
                TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer));
                return new TokenStreamComponents(tokenizer, new StopFilter(words, stopwords));
            }
        };
    }

    private static CharArraySet stopwords() {
        try (InputStream in =
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream("stopwords.txt"), "stopwords.txt");
                Reader lines = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            CharArraySet stopwords = new CharArraySet(256, false);
            for (Object line : WordlistLoader.getWordSet(lines, "#")) {
                for (String word : new String((char[]) line).strip().split(" ", -1)) {
                    stopwords.add(word);
                }
            }
            return stopwords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
