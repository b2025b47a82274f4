package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.suggest.Reason;

/**
 * Why a title is suggested.
 *
 * @param code {@code alsoBorrowed}, {@code sameAuthor}, {@code sameSeries}, {@code sameSubject}, {@code similarTitle},
 *     {@code mostBorrowed} or {@code rising}
 * @param parameters for texts of your own: {@code seed}, the id of the title that it is suggested for, and {@code title}
 *     (its name), {@code author}, {@code series} or {@code subject}
 */
@Serdeable
public record ReasonJson(String code, Map<String, String> parameters, TextJson text) {
    static final Locale DUTCH = new Locale("nl");

    public ReasonJson {
        // In the order of their names: a copy by hash has another order in every process, and so
        // another tag.
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    static ReasonJson of(Reason reason, @Nullable String seed) {
        Map<String, String> parameters = new TreeMap<>();
        if (seed != null) {
            parameters.put("seed", seed);
        }
        if (!reason.detail().isEmpty()) {
            parameters.put(parameter(reason.code()), reason.detail());
        }
        return new ReasonJson(
                reason.code().text(),
                parameters,
                new TextJson(reason.text(DUTCH), reason.text(Locale.ENGLISH)));
    }

    private static String parameter(Reason.Code code) {
        return switch (code) {
            case ALSO_BORROWED, SIMILAR_TITLE, MOST_BORROWED, RISING -> "title";
            case SAME_AUTHOR -> "author";
            case SAME_SERIES -> "series";
            case SAME_SUBJECT -> "subject";
        };
    }
}
