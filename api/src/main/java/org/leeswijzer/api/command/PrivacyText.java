package org.leeswijzer.api.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leeswijzer.api.http.TextJson;
import org.leeswijzer.api.privacy.CountJson;
import org.leeswijzer.api.privacy.PlaceJson;
import org.leeswijzer.api.privacy.PrivacyReportJson;
import org.leeswijzer.api.report.Words;

/** A privacy report, to be read by a privacy officer. */
final class PrivacyText {
    private final Words words;

    PrivacyText(Words words) {
        this.words = words;
    }

    String of(PrivacyReportJson report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        "Privacy report of model version %d, made %s",
                        "Privacyverslag van modelversie %d, gemaakt %s",
                        report.version(),
                        report.made()));
        lines.add("");
        report.windows().forEach(window -> lines.add(window(window)));
        lines.add("");
        lines.add(pairs(report));
        words(report.words(), lines);
        lines.add(
                words.say(
                        "Versions kept: %s. A patron who is erased is taken out of each at once.",
                        "Bewaarde versies: %s. Een lezer die gewist wordt, gaat er meteen uit.",
                        report.versions().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))));
        lines.add("");
        report.places().forEach(place -> lines.add(place(place)));
        return String.join(System.lineSeparator(), lines);
    }

    private String window(PrivacyReportJson.Window window) {
        Integer days = window.days();
        LocalDate first = window.firstDay();
        LocalDate last = window.oldestLoan();
        String held =
                days == null || first == null
                        ? words.say("loans are held for good", "leningen worden blijvend bewaard")
                        : words.say(
                                "loans are held for %d days, from %s on",
                                "leningen worden %d dagen bewaard, vanaf %s", days, first);
        String oldest =
                last == null
                        ? words.say("none is held", "er is er geen")
                        : words.say("the oldest is of %s", "de oudste is van %s", last);
        return "%s: %s; %s".formatted(window.library(), held, oldest);
    }

    private String pairs(PrivacyReportJson report) {
        PrivacyReportJson.Pairs pairs = report.pairs();
        Double told = pairs.share();
        String share = told == null ? "" : " (%s)".formatted(words.percent(told));
        return words.say(
                "Pairs of titles withheld, since fewer than %d patrons share them: %s%s; not withheld: %s (counted %s)",
                "Titelparen die niet getoond of bewaard worden, omdat minder dan %d lezers ze delen: %s%s; andere: %s (geteld %s)",
                report.minBorrowers(),
                count(pairs.withheld()),
                share,
                count(pairs.enough()),
                pairs.countedAt());
    }

    private void words(PrivacyReportJson.Words said, List<String> lines) {
        lines.add(
                words.say(
                        "Patrons who opted out: %s, of whom since the version was made: %s",
                        "Lezers die niet onthouden willen worden: %s, van wie sinds de versie gemaakt werd: %s",
                        count(said.optedOut()),
                        count(said.optedOutSince())));
        lines.add(
                words.say(
                        "Patrons erased since the version was made: %s; erased for good: %s",
                        "Lezers gewist sinds de versie gemaakt werd: %s; voorgoed gewist: %s",
                        count(said.erasedSince()),
                        count(said.erasedForGood())));
    }

    private String count(CountJson count) {
        Integer fewerThan = count.fewerThan();
        return fewerThan != null
                ? words.say("fewer than %d", "minder dan %d", fewerThan)
                : words.say("%,d", "%,d", Objects.requireNonNullElse(count.number(), 0L));
    }

    private String place(PlaceJson place) {
        String tables =
                place.tables().isEmpty() ? "" : " [" + String.join(", ", place.tables()) + "]";
        return "- %s%s: %s".formatted(text(place.what()), tables, text(place.kept()));
    }

    private String text(TextJson text) {
        return words.isDutch() ? text.nl() : text.en();
    }
}
