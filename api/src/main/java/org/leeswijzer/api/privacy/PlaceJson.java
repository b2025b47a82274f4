package org.leeswijzer.api.privacy;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.leeswijzer.api.http.TextJson;
import org.leeswijzer.engine.privacy.Place;

/**
 * Where something is kept.
 *
 * @param tables of the store; none of what is outside of it
 * @param what it is
 * @param kept for how long
 */
@Serdeable
public record PlaceJson(List<String> tables, TextJson what, TextJson kept) {
    /** Copies the list. */
    public PlaceJson {
        tables = List.copyOf(tables);
    }

    static PlaceJson of(Place place) {
        return new PlaceJson(place.tables(), what(place), kept(place.kept()));
    }

    private static TextJson what(Place place) {
        return switch (place) {
            case LOANS ->
                    new TextJson(
                            "Leningen onder pseudoniem: lener, titel en dag",
                            "Loans by pseudonym: patron, title and day");
            case PROMISES ->
                    new TextJson(
                            "Pseudoniemen die gewist zijn of niet onthouden willen worden, met de dag tot wanneer",
                            "Pseudonyms that were erased or opted out, with the day until which");
            case FEEDBACK ->
                    new TextJson(
                            "Wat lezers van suggesties vonden, onder pseudoniem van een willekeurig nummer uit hun browser: niet te koppelen aan leningen",
                            "What readers said of suggestions, under pseudonyms of random ids of their browsers: not to be joined with loans");
            case COUNTS ->
                    new TextJson(
                            "Hoeveel lezers een titel leenden",
                            "How many patrons borrowed a title");
            case NEIGHBOURS ->
                    new TextJson(
                            "Titels die vaak samen geleend worden, per versie van het model, met aantallen vanaf minBorrowers",
                            "Titles that are borrowed together, by version of the model, with numbers from minBorrowers up");
            case CATALOGUE ->
                    new TextJson(
                            "De catalogus: niets over lezers", "The catalogue: nothing of patrons");
            case ACCOUNTS ->
                    new TextJson(
                            "Tot waar het logboek gelezen is, en tellers: niets over lezers",
                            "How far the event log is read, and counters: nothing of patrons");
            case SECRETS ->
                    new TextJson(
                            "De geheimen van de bibliotheken, in een eigen map buiten de opslag; houd die buiten reservekopieën van de opslag",
                            "The libraries' secrets, in a folder of their own outside of the store; keep it apart from backups of the store");
            case MODEL_FILES ->
                    new TextJson(
                            "Versies die als bestand zijn uitgehaald: titels en aantallen, geen lezers; wie later gewist wordt, telt daarin nog mee",
                            "Versions that were taken out as files: titles and numbers, no patrons; who is erased later is still counted there");
            case EVENT_LOG ->
                    new TextJson(
                            "Het logboek bij de broker, als dat er is: onder pseudoniem in onze eigen topics, met nummers in die van FOLIO",
                            "The event log with the broker, if there is one: by pseudonym in our own topics, with numbers in FOLIO's");
        };
    }

    private static TextJson kept(Place.Kept kept) {
        return switch (kept) {
            case RETENTION ->
                    new TextJson(
                            "tot de bewaartermijn om is of de lezer gewist wordt",
                            "until the retention window has passed or the patron is erased");
            case VERSIONS ->
                    new TextJson(
                            "zolang de versie bewaard wordt; meteen ingekort als een lezer gewist wordt",
                            "as long as the version is kept; shrunk at once when a patron is erased");
            case FOR_GOOD ->
                    new TextJson("zolang de opslag er is", "as long as there is the store");
            case BY_THE_LIBRARY ->
                    new TextJson(
                            "zolang wie het uithaalde het bewaart",
                            "as long as whoever took it out keeps it");
            case BY_THE_BROKER ->
                    new TextJson(
                            "zolang de broker is ingesteld het te bewaren",
                            "as long as the broker is set to keep it");
        };
    }
}
