package org.leeswijzer.api.feedback;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.privacy.FeedbackSecret;
import org.leeswijzer.engine.suggest.Question;

/** Readers, or lists, by the random ids that browsers and front-ends made for them. */
@Singleton
public final class Readers {
    /** The header of a request that has the id where no body does. */
    public static final String HEADER = "X-Reader";

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Of 32 random digits fewer than this are different once in a hundred million times. */
    private static final int FEWEST_DIGITS = 6;

    private final Engine engine;
    private final FeedbackSecret secret;

    Readers(Engine engine, FeedbackSecret secret) {
        this.engine = engine;
        this.secret = secret;
    }

    /**
     * The pseudonym of an id: 32 hexadecimal digits, as a UUID has them or without its hyphens.
     *
     * @throws ProblemException if it is none, or does not look random, as a patron's number would not; it is not told back
     */
    public ReaderKey key(String field, String id) {
        String lower = id.length() > 36 ? "" : id.toLowerCase(Locale.ROOT);
        String digits = lower.replace("-", "");
        if (!ID.matcher(lower).matches() || digits.chars().distinct().count() < FEWEST_DIGITS) {
            throw ProblemException.bad(
                    field,
                    "is no random id (%d characters): make one of 32 random hexadecimal digits for this reader or list, never of a patron's number"
                            .formatted(id.length()));
        }
        return secret.reader(digits);
    }

    /** The question without what this reader declined or has read; as it is where nobody said who reads. */
    public Question heard(String field, @Nullable String id, Question question) {
        return id == null ? question : question.alsoWithout(engine.declined(key(field, id)));
    }
}
