package org.leeswijzer.api.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.leeswijzer.engine.evaluate.Evaluator;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Mode;
import org.leeswijzer.engine.evaluate.MostBorrowed;

/**
 * The language of a report, and how it writes numbers.
 *
 * @param isDutch else it is English
 */
public record Words(boolean isDutch) {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String DASH = "–";

    /**
     * Of that language.
     *
     * @throws IllegalArgumentException if it is neither Dutch nor English
     */
    public static Words of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> new Words(true);
            case "en" -> new Words(false);
            default ->
                    throw new IllegalArgumentException(
                            "lang is '%s': give nl or en".formatted(locale.toLanguageTag()));
        };
    }

    /** Its code. */
    public String code() {
        return isDutch ? "nl" : "en";
    }

    /** The one that fits. */
    public String say(String english, String dutch) {
        return isDutch ? dutch : english;
    }

    /** The one that fits, with values in it. */
    public String say(String english, String dutch, Object... values) {
        return String.format(locale(), say(english, dutch), values);
    }

    private Locale locale() {
        return isDutch ? DUTCH : Locale.ENGLISH;
    }

    /** A whole number, with what this language puts between thousands. */
    public String whole(long number) {
        return say("%,d", "%,d", number);
    }

    /** A number with so many digits behind the point. */
    public String number(double value, int digits) {
        return String.format(locale(), "%." + digits + "f", value);
    }

    /** A share as a percentage, with a digit behind the point where it is small. */
    public String percent(double share) {
        return number(100 * share, share < 0.0995 ? 1 : 0) + "%";
    }

    /** A model as this language calls it. */
    String model(String name) {
        return switch (name) {
            case Evaluator.BOTH -> say(name, "leningen en verwantschap");
            case Evaluator.LOANS -> say(name, "alleen leningen");
            case Evaluator.KINSHIP -> say(name, "alleen verwantschap");
            case MostBorrowed.NAME -> say(name, "meest geleend");
            default -> name;
        };
    }

    /** What was told, and what was asked for. */
    String mode(Mode mode) {
        return switch (mode) {
            case PATRON -> say("From all that a patron borrowed", "Uit alles wat een lener leende");
            case TITLE -> say("From the last title borrowed", "Uit de laatst geleende titel");
            case NEW_TITLE ->
                    say(
                            "From a title that nobody had borrowed",
                            "Uit een titel die niemand nog leende");
            case NEW_PATRON -> say("For a patron who is new", "Voor een lener die nieuw is");
        };
    }

    /** How loans were split, as an evaluation calls it. */
    String split(String name) {
        if (!isDutch) {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
        return name.equals("last fifth of every patron")
                ? "Het laatste vijfde deel van elke lener"
                : name.replaceFirst("^all from (.*) on$", "Alles vanaf $1");
    }

    /** The interval alone. */
    String interval(Measure measure, Unit unit) {
        return unit.text(measure.low(), this) + DASH + unit.text(measure.high(), this);
    }

    /** In what a figure is told. */
    enum Unit {
        SCORE,
        FINE,
        /** A part of one, which a bar is a part of too. */
        PART,
        /** The same in hundredths. */
        SHARE,
        BITS;

        /** What a bar is a part of; empty if of the longest. */
        OptionalDouble whole() {
            return this == PART || this == SHARE ? OptionalDouble.of(1) : OptionalDouble.empty();
        }

        String text(double value, Words words) {
            return switch (this) {
                case SCORE, PART -> words.number(value, 3);
                case FINE -> words.number(value, 4);
                case SHARE -> words.percent(value);
                case BITS -> words.number(value, 1);
            };
        }
    }
}
