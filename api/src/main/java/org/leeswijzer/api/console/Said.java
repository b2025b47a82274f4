package org.leeswijzer.api.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.Words;

/**
 * A sentence on a page.
 *
 * @param lang {@code en} where the engine's own English stands on a Dutch page; null if it is the page's language
 */
public record Said(String text, @Nullable String lang) {
    private record Dutch(Pattern english, String dutch) {
        Dutch(String english, String dutch) {
            this(Pattern.compile(english), dutch);
        }
    }

    private static final Pattern GROUP = Pattern.compile("\\$(\\d)");

    /* What stands where a group does may be a sentence itself. */
    private static final List<Dutch> ALL =
            List.of(
                    new Dutch(
                            "nDCG is (\\S+) \\(95%: (\\S+) to (\\S+)\\) against version (\\d+), and may not be below it beyond noise",
                            "nDCG is $1 (95%: $2 tot $3) ten opzichte van versie $4, en mag daar niet verder onder liggen dan ruis"),
                    new Dutch(
                            "(\\d+) titles have neighbours, after (\\d+) of version (\\d+), and may be (\\d+%) fewer",
                            "$1 titels hebben buren; bij versie $3 waren het er $2, en $4 minder mag"),
                    new Dutch(
                            "it is made of (\\d+) loans, after (\\d+) of version (\\d+), and may be of (\\d+%) fewer",
                            "gemaakt van $1 leningen; versie $3 van $2, en $4 minder mag"),
                    new Dutch(
                            "(\\d+) of (\\d+) loans are of items that are not known, and may be (\\d+%)",
                            "van $1 van de $2 leningen is het exemplaar niet bekend, en $3 mag"),
                    new Dutch(
                            "(\\d+) records of the event log are unread, and may be (\\d+)",
                            "$1 berichten van het logboek zijn nog niet gelezen, en $2 mag"),
                    new Dutch(
                            "version (\\d+) was put to serve meanwhile, and this one was compared with (\\d+)",
                            "intussen is versie $1 geplaatst, en deze is met $2 vergeleken"),
                    new Dutch("version (\\d+) serves", "versie $1 staat er nu"),
                    new Dutch(
                            "version (\\d+) is withheld: (.*)", "versie $1 is achtergehouden: $2"),
                    new Dutch("cancelled", "gestopt"),
                    new Dutch("failed: see the service's log", "mislukt: zie het logbestand van de dienst"),
                    new Dutch(
                            "job (\\S+), started by (.*) at (\\S+), has not ended: wait for it, or cancel it",
                            "$1, begonnen door $2 om $3, is nog bezig: wacht erop, of stop het"),
                    new Dutch(
                            "job (\\S+) (?:has ended|is about to end): it cannot be cancelled any more",
                            "$1 is klaar of bijna klaar: het kan niet meer gestopt worden"),
                    new Dutch(
                            "there is no such job, or it ended before the service was last started",
                            "dat werk is er niet, of het was klaar voordat de dienst voor het laatst gestart werd"),
                    new Dutch(
                            "version (\\d+) is being made: wait until it is",
                            "versie $1 wordt nog gemaakt: wacht tot ze klaar is"),
                    new Dutch("version (\\d+) serves already", "versie $1 staat er al"),
                    new Dutch(
                            "version (\\d+) is withheld, since (.*): give a reason to publish it all the same",
                            "versie $1 is achtergehouden ($2): geef een reden om haar toch te publiceren"),
                    new Dutch(
                            "version is (\\d+), which is not kept: give one of \\[(.*)\\]",
                            "versie $1 wordt niet bewaard: kies uit $2"),
                    new Dutch(
                            "no version older than (\\d+) is kept: retrain, or import one",
                            "er is geen versie ouder dan $1 bewaard: hertrain, of haal er een binnen"),
                    new Dutch(
                            "version (\\d+) is not pinned: its rows follow the loans",
                            "versie $1 staat niet vast: ze volgt de leningen"),
                    new Dutch(
                            "(\\w+) is (?:blank|not such a text.*): give 1 to (\\d+) characters on one line",
                            "“$1” is leeg of te lang: geef 1 tot $2 tekens op één regel"),
                    new Dutch(
                            "reason is blank or longer than (\\d+) characters: give one in a sentence",
                            "de reden is leeg of langer dan $1 tekens: geef er een in één zin"),
                    new Dutch(
                            "record is '(.*)' of (.*), which no catalogue describes: give a record's id",
                            "record “$1” van $2 staat in geen catalogus: geef het id van een record"),
                    new Dutch(
                            "records are (\\d+): give (\\d+) to (\\d+) different ones",
                            "het zijn $1 records: geef er $2 tot $3, alle verschillend"),
                    new Dutch(
                            "records are none: give library and id of each",
                            "er is geen record: geef van elk de bibliotheek en het id"),
                    new Dutch(
                            "decision (.*) says that already, by (.*)",
                            "besluit $1 van $2 zegt dat al"),
                    new Dutch(
                            "decision (.*) is undone already: merge or split anew",
                            "besluit $1 is al teruggedraaid: voeg samen of splits opnieuw"),
                    new Dutch(
                            "decision (.*) undoes another: merge or split anew",
                            "besluit $1 draait zelf een ander terug: voeg samen of splits opnieuw"),
                    new Dutch(
                            "decision is '(.*)', which nobody made: give an id of the list",
                            "besluit “$1” is door niemand genomen: neem een id uit de lijst"),
                    new Dutch(
                            "(.*) of (.*) is in no work with other records: there is nothing to split",
                            "$1 van $2 hoort bij geen werk met andere records: er valt niets te splitsen"),
                    new Dutch(
                            "(\\S+ of \\S+) is (.*) and (\\S+ of \\S+) is (.*), which are never one work: leave one out",
                            "$1 is “$2” en $3 is “$4”, en die zijn nooit één werk: laat er een weg"),
                    new Dutch(
                            "record is '(.*)': give the library's code, a slash and the id",
                            "record is “$1”: geef de code van de bibliotheek, een schuine streep en het id"),
                    new Dutch(
                            "(\\S+) has no open letter: give one that list shows",
                            "van $1 is geen brief meer open: neem er een uit de lijst"),
                    new Dutch(
                            "nothing is chosen: choose at least one",
                            "er is niets gekozen: kies er minstens een"),
                    new Dutch(
                            "the form is of .*", "het formulier hoort niet bij deze sessie: open de pagina opnieuw en stuur het van daar"),
                    new Dutch(
                            "there is nothing at this address: .*", "op dit adres is niets"),
                    new Dutch(
                            "something is wrong on our side: .*",
                            "er is aan onze kant iets mis: probeer het later nog eens, of meld wanneer dit was"),
                    new Dutch(
                            "the store was restored from a backup of (\\S+): nothing is served until .*",
                            "de opslag is teruggezet uit een reservekopie van $1: er wordt niets getoond tot het logboek gelezen is, waarin staat wie sindsdien gewist is"),
                    new Dutch("the file is empty: .*", "het bestand is leeg: kies een ander"),
                    new Dutch(
                            "the file is larger than (\\d+) MiB: .*",
                            "het bestand is groter dan $1 MiB: deel het op, of gebruik de opdracht import"),
                    new Dutch(
                            "the file is packed with gzip: .*",
                            "het bestand is met gzip ingepakt: pak het uit, of gebruik de opdracht import"),
                    new Dutch(
                            "an import has not ended: .*",
                            "er is nog een import bezig: wacht erop, of stop die"),
                    new Dutch(
                            "nothing waits to be taken: .*",
                            "er wacht niets: stuur het bestand opnieuw"));

    /** A sentence in the page's own language. */
    static Said asIs(String text) {
        return new Said(text, null);
    }

    /** A sentence of the engine's: in Dutch if that is the page's language and we have it, else as it is, in English. */
    public static Said of(String english, Words words) {
        if (!words.isDutch()) {
            return asIs(english);
        }
        return dutch(english).map(Said::asIs).orElseGet(() -> new Said(english, "en"));
    }

    private static Optional<String> dutch(String english) {
        return ALL.stream()
                .map(each -> dutch(each, each.english().matcher(english)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> dutch(Dutch sentence, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        return Optional.of(
                GROUP.matcher(sentence.dutch())
                        .replaceAll(
                                place ->
                                        Matcher.quoteReplacement(
                                                parts(
                                                        found.group(
                                                                Integer.parseInt(
                                                                        place.group(1)))))));
    }

    /* Objections stand in one sentence with semicolons between. */
    private static String parts(String group) {
        return List.of(group.split("; ", -1)).stream()
                .map(part -> dutch(part).orElse(part))
                .collect(Collectors.joining("; "));
    }
}
