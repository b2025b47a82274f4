package org.leeswijzer.engine.suggest;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a title is suggested for another, or why not. Of patrons it says no more than suggestions do: fewer than minBorrowers
 * are told alike, be they none or all but one.
 *
 * @param detail what the code is about: a name of an author, a series or a title; empty where there is nothing to name
 * @param rank its place, also where that is beyond the question's limit; empty where it has none
 * @param suggestion present if and only if it is suggested
 */
public record Explanation(
        Code code, String detail, OptionalInt rank, Optional<Suggestion> suggestion) {

    /** The kinds of explanation; the text is their name in answers. */
    public enum Code {
        SUGGESTED("suggested"),
        /** It would come further down than what is asked for; without a rank, below all that is kept. */
        RANKED_BELOW("rankedBelow"),
        /** So many of the author are shown already as may be. */
        CAPPED_AUTHOR("capped"),
        /** So many of the series are shown already as may be. */
        CAPPED_SERIES("capped"),
        /** Another edition is shown. */
        OTHER_EDITION("otherEdition"),
        /** It is what was asked for, or another edition of that. */
        SAME_WORK("sameWork"),
        EXCLUDED("excluded"),
        SUPPRESSED("suppressed"),
        NOT_HELD("notHeld"),
        /** There is no edition of the media type, language, audience or year that is asked for. */
        NOT_WANTED("notWanted"),
        UNDESCRIBED("undescribed"),
        ADULT_FOR_CHILDREN("adultForChildren"),
        /** Fewer than minBorrowers patrons have a loan of one of the two that is still kept. */
        OUTSIDE_WINDOW("outsideWindow"),
        /** Fewer than minBorrowers patrons borrowed both. */
        NOT_ENOUGH_BORROWERS("notEnoughBorrowers"),
        /** Not borrowed together more often than by chance, and not described alike. */
        NOT_SIMILAR("notSimilar");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    static Explanation of(Code code, String detail) {
        return new Explanation(code, detail, OptionalInt.empty(), Optional.empty());
    }

    /** One sentence in Dutch for {@code nl}, in English for every other language. */
    public String text(Locale locale) {
        return locale.getLanguage().equals("nl") ? dutch(locale) : english(locale);
    }

    private String dutch(Locale locale) {
        return switch (code) {
            case SUGGESTED ->
                    "Staat op plaats %d: %s".formatted(rank.orElseThrow(), reason(locale));
            case RANKED_BELOW ->
                    rank.isPresent()
                            ? "Komt pas op plaats %d".formatted(rank.getAsInt())
                            : "Genoeg andere titels passen er beter bij";
            case CAPPED_AUTHOR -> "Er staan al genoeg titels van %s".formatted(detail);
            case CAPPED_SERIES -> "Er staan al genoeg titels uit de reeks %s".formatted(detail);
            case OTHER_EDITION -> "Er staat al een andere uitgave van dit werk";
            case SAME_WORK -> "Dit is hetzelfde werk";
            case EXCLUDED -> "De vraag laat deze titel weg";
            case SUPPRESSED -> "De bibliotheek toont deze titel niet aan lezers";
            case NOT_HELD -> "De bibliotheek heeft deze titel niet";
            case NOT_WANTED -> "Er is geen uitgave van zoals gevraagd is";
            case UNDESCRIBED -> "Geen catalogus beschrijft deze titel nog";
            case ADULT_FOR_CHILDREN -> "Niet voor kinderen, en de vraag is dat wel";
            case OUTSIDE_WINDOW ->
                    "Van %s zijn te weinig uitleningen bekend, of ze worden niet meer bewaard"
                            .formatted(quoted("deze titel"));
            case NOT_ENOUGH_BORROWERS ->
                    "Te weinig lezers leenden beide om er iets van te kunnen zeggen";
            case NOT_SIMILAR -> "Niet vaker samen geleend dan toeval is, en niet net zo beschreven";
        };
    }

    private String english(Locale locale) {
        return switch (code) {
            case SUGGESTED -> "At place %d: %s".formatted(rank.orElseThrow(), reason(locale));
            case RANKED_BELOW ->
                    rank.isPresent()
                            ? "It only comes at place %d".formatted(rank.getAsInt())
                            : "Enough other titles go with it better";
            case CAPPED_AUTHOR -> "Enough titles by %s are there already".formatted(detail);
            case CAPPED_SERIES ->
                    "Enough titles of the series %s are there already".formatted(detail);
            case OTHER_EDITION -> "Another edition of this work is there already";
            case SAME_WORK -> "This is the same work";
            case EXCLUDED -> "The request leaves this title out";
            case SUPPRESSED -> "The library does not show this title to readers";
            case NOT_HELD -> "The library does not hold this title";
            case NOT_WANTED -> "There is no edition of it such as is asked for";
            case UNDESCRIBED -> "No catalogue describes this title yet";
            case ADULT_FOR_CHILDREN -> "Not for children, and what it is asked for is";
            case OUTSIDE_WINDOW ->
                    "Too few loans of %s are known, or they are no longer kept"
                            .formatted(quoted("this title"));
            case NOT_ENOUGH_BORROWERS -> "Too few readers borrowed both to say anything of it";
            case NOT_SIMILAR ->
                    "Not borrowed together more often than by chance, and not described alike";
        };
    }

    private String reason(Locale locale) {
        return suggestion.map(Suggestion::reason).map(reason -> reason.text(locale)).orElse("");
    }

    private String quoted(String otherwise) {
        return detail.isEmpty() ? otherwise : "\u201c" + detail + "\u201d";
    }
}
