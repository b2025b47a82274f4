package org.leeswijzer.api.console;

import java.util.Locale;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.engine.loan.Outcome;

/** What pages call things that the engine has words of its own for. */
public final class Checks {
    private Checks() {}

    /** What the gate looks at. */
    public static String name(String check, Words words) {
        return switch (check) {
            case "accuracy" -> words.say("Accuracy", "Trefzekerheid");
            case "coverage" -> words.say("Coverage", "Dekking");
            case "loans" -> words.say("Loans", "Leningen");
            case "parked" -> words.say("Unknown items", "Onbekende exemplaren");
            case "lag" -> words.say("Event log", "Logboek");
            case "unchanged" -> words.say("What served meanwhile", "Wat er intussen stond");
            default -> check;
        };
    }

    /** Where a retrain is. */
    public static String stage(String stage, Words words) {
        return switch (stage) {
            case "starting" -> words.say("Starting", "Beginnen");
            case "cataloguing" -> words.say("Reading the catalogue", "Catalogus lezen");
            case "reading" -> words.say("Reading loans", "Leningen lezen");
            case "tuning" -> words.say("Tuning", "Afstemmen");
            case "judging" -> words.say("Judging", "Beoordelen");
            case "counting" -> words.say("Counting pairs", "Paren tellen");
            case "scoring" -> words.say("Scoring titles", "Titels vergelijken");
            case "storing" -> words.say("Storing", "Opslaan");
            case "publishing" -> words.say("Publishing", "Publiceren");
            default -> stage;
        };
    }

    /** How a retrain stands. */
    public static String state(String state, Words words) {
        return switch (state) {
            case "running" -> words.say("running", "bezig");
            case "stopping" -> words.say("stopping", "aan het stoppen");
            case "done" -> words.say("done", "klaar");
            case "cancelled" -> words.say("cancelled", "gestopt");
            case "failed" -> words.say("failed", "mislukt");
            default -> state;
        };
    }

    /** What staff decided on works. */
    public static String kind(String kind, Words words) {
        return switch (kind) {
            case "merge" -> words.say("Merged", "Samengevoegd");
            case "split" -> words.say("Split", "Gesplitst");
            case "undo" -> words.say("Undone", "Teruggedraaid");
            default -> kind;
        };
    }

    /** What became of what was stored. */
    public static String outcome(Outcome outcome, Words words) {
        return switch (outcome) {
            case COUNTED -> words.say("loans counted", "leningen geteld");
            case CORRECTED -> words.say("loans corrected", "leningen verbeterd");
            case REPEATED -> words.say("known already", "al bekend");
            case PARKED -> words.say("loans wait for their title", "leningen wachten op hun titel");
            case OUTSIDE_WINDOW ->
                    words.say("from before the retention window", "van vóór de bewaartermijn");
            case ERASED, OPTED_OUT, FORGOTTEN, HEARD ->
                    words.say("left out or removed", "weggelaten of verwijderd");
            case SAID -> words.say("opinions of readers noted", "oordelen van lezers genoteerd");
            case CATALOGUED -> words.say("titles or items noted", "titels of exemplaren genoteerd");
        };
    }

    /** How long something takes yet, in words. */
    public static String left(long seconds, Words words) {
        return seconds < 90
                ? words.say("about %d seconds left", "nog ongeveer %d seconden", seconds)
                : words.say(
                        "about %d minutes left", "nog ongeveer %d minuten", (seconds + 30) / 60);
    }

    /** A share as a whole number of percents, for the length of a bar. */
    public static String percents(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }
}
