package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.BooleanUserPreferenceArray;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.model.PlusAnonymousUserDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.similarity.GenericItemSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.GenericItemSimilarity.ItemItemSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.ItemBasedRecommender;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.similarity.ItemSimilarity;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.similarity.Workers;
import org.leeswijzer.engine.suggest.Seed;

/**
 * Mahout's recommender of old on one machine: its item-based recommender for loans with its log-likelihood similarity.
 *
 * <p>A history is asked for as that of an anonymous user, which is how Taste itself serves people it does not know.
 */
public final class Taste implements Peer<Taste.Settings> {
    /** No limit to the similar titles of a title. */
    static final int ALL = 0;

    private static final Comparator<RecommendedItem> BEST_FIRST =
            Comparator.comparingDouble(RecommendedItem::getValue)
                    .reversed()
                    .thenComparingLong(RecommendedItem::getItemID);

    /**
     * What can be set.
     *
     * @param similar so many similar titles of every title are computed beforehand, which is Taste's own advice; with 0 all
     *     count, and are computed when asked for
     */
    public record Settings(int similar) {}

    private final int threads;

    /** @param threads that learn; their number does not change the result */
    public Taste(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "Mahout Taste";
    }

    @Override
    public List<Settings> settings() {
        return Stream.of(ALL, 100, 50, 20, 10, 5).map(Settings::new).toList();
    }

    @Override
    public Recommender learn(LoanSet loans, int titles, Settings settings) {
        FastByIDMap<FastIDSet> titlesByPatron = new FastByIDMap<>();
        for (int patron = 0; patron < loans.patrons().size(); patron++) {
            FastIDSet set = new FastIDSet();
            loans.patrons().get(patron).forEach(loan -> set.add(loan.title()));
            titlesByPatron.put(patron, set);
        }
        DataModel model = new GenericBooleanPrefDataModel(titlesByPatron);
        ItemSimilarity onTheFly = new LogLikelihoodSimilarity(model);
        ItemSimilarity similarity =
                settings.similar() == ALL
                        ? onTheFly
                        : mostSimilar(model, onTheFly, titles, settings.similar());
        return (history, limit) ->
                history.isEmpty()
                        ? List.of()
                        : recommend(model, similarity, titles, history, limit);
    }

    private ItemSimilarity mostSimilar(
            DataModel model, ItemSimilarity similarity, int titles, int most) {
        ItemBasedRecommender recommender =
                new GenericBooleanPrefItemBasedRecommender(model, similarity);
        ItemItemSimilarity[][] pairs = new ItemItemSimilarity[titles][];
        Workers.share(
                titles,
                threads,
                () -> title -> pairs[title] = mostSimilar(recommender, title, most));
        return new GenericItemSimilarity(Arrays.stream(pairs).flatMap(Arrays::stream).toList());
    }

    private static ItemItemSimilarity[] mostSimilar(
            ItemBasedRecommender recommender, int title, int most) {
        try {
            if (recommender.getDataModel().getNumUsersWithPreferenceFor(title) == 0) {
                return new ItemItemSimilarity[0];
            }
            return recommender.mostSimilarItems(title, most).stream()
                    .map(each -> new ItemItemSimilarity(title, each.getItemID(), each.getValue()))
                    .toArray(ItemItemSimilarity[]::new);
        } catch (TasteException e) {
            throw new IllegalStateException("Taste failed on title %d".formatted(title), e);
        }
    }

    /* Taste breaks ties in the order of a hash table: it is asked for all, and the best are taken here. */
    private static List<Integer> recommend(
            DataModel model, ItemSimilarity similarity, int titles, List<Seed> history, int limit) {
        PlusAnonymousUserDataModel withAnonymous = new PlusAnonymousUserDataModel(model);
        BooleanUserPreferenceArray preferences = new BooleanUserPreferenceArray(history.size());
        preferences.setUserID(0, PlusAnonymousUserDataModel.TEMP_USER_ID);
        IntStream.range(0, history.size())
                .forEach(i -> preferences.setItemID(i, history.get(i).title()));
        withAnonymous.setTempPrefs(preferences);
        try {
            return new GenericBooleanPrefItemBasedRecommender(withAnonymous, similarity)
                    .recommend(PlusAnonymousUserDataModel.TEMP_USER_ID, titles).stream()
                            .sorted(BEST_FIRST)
                            .limit(limit)
                            .map(item -> (int) item.getItemID())
                            .toList();
        } catch (TasteException e) {
            throw new IllegalStateException("Taste failed on %s".formatted(history), e);
        }
    }
}
