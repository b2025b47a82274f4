package org.leeswijzer.api.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.suggest.Basis;
import org.leeswijzer.engine.suggest.Caps;
import org.leeswijzer.engine.suggest.Dial;
import org.leeswijzer.engine.suggest.Dials;
import org.leeswijzer.engine.suggest.Question;

/**
 * What whoever asks can turn, as requests name it; null where it is left as it stands.
 *
 * @param mode {@code close}, {@code balanced} or {@code discover}
 * @param basis {@code loans}, {@code kinship} or {@code any}
 * @param maxPerAuthor at most so many titles by one author, 1 to 100
 * @param maxPerSeries at most so many of one series, 1 to 100
 */
public record DialsJson(
        @Nullable String mode,
        @Nullable String basis,
        @Nullable Integer maxPerAuthor,
        @Nullable Integer maxPerSeries) {
    private static final String ANY = "any";

    static DialsJson of(Asked asked) {
        return new DialsJson(
                asked.mode(), asked.basis(), asked.maxPerAuthor(), asked.maxPerSeries());
    }

    /** Reads them; a problem names the first that cannot be read. */
    Dials dials() {
        Dial dial = mode == null ? Dial.BALANCED : dial(mode);
        Caps caps = dial.caps();
        return new Dials(
                dial,
                basis == null || basis.equals(ANY) ? Basis.OF_SEEDS : only(basis),
                new Caps(
                        cap("maxPerAuthor", maxPerAuthor, caps.perAuthor()),
                        cap("maxPerSeries", maxPerSeries, caps.perSeries())));
    }

    private static Dial dial(String text) {
        return Arrays.stream(Dial.values())
                .filter(dial -> dial.text().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable("mode", text, "close, balanced or discover"));
    }

    private static Set<Basis> only(String text) {
        return Basis.OF_SEEDS.stream()
                .filter(basis -> basis.text().equals(text))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> unreadable("basis", text, "loans, kinship or any"));
    }

    private static ProblemException unreadable(String field, String text, String wanted) {
        return ProblemException.bad(
                field, "is '%s': give %s".formatted(Problems.quote(text), wanted));
    }

    private static int cap(String field, @Nullable Integer given, int otherwise) {
        return given == null ? otherwise : Lookup.limit(field, given, Question.MAX_LIMIT);
    }
}
