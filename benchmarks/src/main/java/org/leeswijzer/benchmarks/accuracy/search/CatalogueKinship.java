package org.leeswijzer.benchmarks.accuracy.search;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.kinship.Kin;
import org.leeswijzer.engine.kinship.Kinship;

/** Kinship with features and weights of choice, by cosine. Immutable. */
final class CatalogueKinship {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<List<Kin>> kin;

    /**
     * What counts.
     *
     * @param pivot how much of a title's length divides its product: 1 is the cosine, less favours long descriptions
     *     (Singhal, Buckley, Mitra: Pivoted document length normalization, SIGIR 1996)
     * @param words how a title's words are made of its name
     */
    record Options(
            double author,
            double subject,
            double titleWord,
            double subjectWord,
            double pivot,
            Words words) {
        static final Options DEFAULT = new Options(2, 1, 1, 0.5, 1, Words.WHOLE);

        Options withAuthor(double weight) {
            return new Options(weight, subject, titleWord, subjectWord, pivot, words);
        }

        Options withSubject(double weight) {
            return new Options(author, weight, titleWord, weight / 2, pivot, words);
        }

        Options withTitleWord(double weight) {
            return new Options(author, subject, weight, subjectWord, pivot, words);
        }

        Options withPivot(double share) {
            return new Options(author, subject, titleWord, subjectWord, share, words);
        }

        Options with(Words other) {
            return new Options(author, subject, titleWord, subjectWord, pivot, other);
        }
    }

    /** What of a name is a feature. */
    enum Words {
        WHOLE,
        FIRST_SIX_LETTERS,
        WITH_PAIRS,
        FOUR_LETTERS
    }

    private CatalogueKinship(List<List<Kin>> kin) {
        this.kin = kin;
    }

    static CatalogueKinship of(Catalogue catalogue, Options options) {
        List<Map<String, Double>> features = new ArrayList<>();
        Map<String, Integer> titlesWith = new HashMap<>();
        int described = 0;
        for (int title = 0; title < catalogue.size(); title++) {
            Map<String, Double> each =
                    catalogue
                            .title(title)
                            .description()
                            .map(description -> features(description, options))
                            .orElse(Map.of());
            described += each.isEmpty() ? 0 : 1;
            each.keySet().forEach(feature -> titlesWith.merge(feature, 1, Integer::sum));
            features.add(each);
        }
        Map<String, List<Integer>> postings = new HashMap<>();
        double[] lengths = new double[features.size()];
        double mean = 0;
        for (int title = 0; title < lengths.length; title++) {
            for (Map.Entry<String, Double> feature : features.get(title).entrySet()) {
                feature.setValue(
                        feature.getValue()
                                * Math.log(
                                        1
                                                + (double) described
                                                        / titlesWith.getOrDefault(
                                                                feature.getKey(), 1)));
                lengths[title] += feature.getValue() * feature.getValue();
                postings.computeIfAbsent(feature.getKey(), f -> new ArrayList<>()).add(title);
            }
            lengths[title] = Math.sqrt(lengths[title]);
            mean += lengths[title] / Math.max(1, described);
        }
        for (int title = 0; title < lengths.length; title++) {
            lengths[title] = (1 - options.pivot()) * mean + options.pivot() * lengths[title];
        }
        List<List<Kin>> kin = new ArrayList<>();
        for (int title = 0; title < lengths.length; title++) {
            kin.add(kin(title, features, postings, lengths));
        }
        return new CatalogueKinship(kin);
    }

    private static List<Kin> kin(
            int seed,
            List<Map<String, Double>> features,
            Map<String, List<Integer>> postings,
            double[] lengths) {
        Int2DoubleOpenHashMap products = new Int2DoubleOpenHashMap();
        features.get(seed)
                .forEach(
                        (feature, weight) -> {
                            for (int title : postings.getOrDefault(feature, List.of())) {
                                products.addTo(title, weight * weight);
                            }
                        });
        products.remove(seed);
        List<Kin> all = new ArrayList<>();
        products.int2DoubleEntrySet()
                .forEach(
                        entry ->
                                all.add(
                                        new Kin(
                                                entry.getIntKey(),
                                                (float)
                                                        (entry.getDoubleValue()
                                                                / (lengths[seed]
                                                                        * lengths[
                                                                                entry
                                                                                        .getIntKey()])))));
        all.sort(Kin.BEST_FIRST);
        return List.copyOf(all.subList(0, Math.min(Kinship.LIMIT, all.size())));
    }

    private static Map<String, Double> features(Description description, Options options) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (String author : description.authors()) {
            features.put(
                    "a" + String.join(" ", words(author).stream().sorted().toList()),
                    options.author());
        }
        for (String subject : description.subjects()) {
            features.put("s" + String.join(" ", words(subject)), options.subject());
            words(subject).forEach(word -> features.put("w" + word, options.subjectWord()));
        }
        for (String word : cut(words(description.title()), options.words())) {
            features.put("t" + word, options.titleWord());
        }
        return features;
    }

    private static List<String> cut(List<String> words, Words how) {
        List<String> cut = new ArrayList<>();
        switch (how) {
            case WHOLE -> cut.addAll(words);
            case FIRST_SIX_LETTERS ->
                    words.forEach(word -> cut.add(word.substring(0, Math.min(6, word.length()))));
            case WITH_PAIRS -> {
                cut.addAll(words);
                for (int i = 0; i + 1 < words.size(); i++) {
                    cut.add(words.get(i) + " " + words.get(i + 1));
                }
            }
            case FOUR_LETTERS -> {
                String joined = String.join(" ", words);
                for (int i = 0; i + 4 <= joined.length(); i++) {
                    cut.add(joined.substring(i, i + 4));
                }
            }
        }
        return cut;
    }

    private static List<String> words(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : WORDS.split(bare.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    List<Kin> of(int title) {
        return kin.get(title);
    }
}
