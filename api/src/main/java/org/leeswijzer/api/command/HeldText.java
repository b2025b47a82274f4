package org.leeswijzer.api.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.api.http.TextJson;
import org.leeswijzer.api.privacy.HeldJson;
import org.leeswijzer.api.report.Words;

/** What is held on a patron, to be read by the patron. */
final class HeldText {
    private final Words words;

    HeldText(Words words) {
        this.words = words;
    }

    String of(HeldJson held) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(
                        "What is held on you by %s, %s",
                        "Wat %s van u bewaart, %s", held.library(), held.at()));
        lines.add("");
        promises(held, lines);
        if (held.loans().isEmpty()) {
            lines.add(words.say("No loans are held.", "Er worden geen leningen bewaard."));
        }
        held.loans().forEach(loan -> lines.add(loan(loan)));
        lines.add("");
        for (TextJson sentence : held.stored()) {
            lines.add(words.isDutch() ? sentence.nl() : sentence.en());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private void promises(HeldJson held, List<String> lines) {
        Instant since = held.optedOutSince();
        if (since != null) {
            lines.add(
                    words.say(
                            "You opted out on %s: no loan of yours is held.",
                            "U wilt sinds %s niet onthouden worden: van u wordt geen lening bewaard.",
                            since));
        }
        if (held.forGood()) {
            lines.add(
                    words.say(
                            "You were erased for good: no loan of yours is held.",
                            "U bent voorgoed vergeten: van u wordt geen lening bewaard."));
        }
        Instant consent = held.consentSince();
        if (consent != null) {
            lines.add(
                    words.say(
                            "You let suggestions be made of your own loans since %s.",
                            "U vindt het sinds %s goed dat er suggesties van uw eigen leningen gemaakt worden.",
                            consent));
        }
        LocalDate until = held.forgottenUntil();
        if (until != null) {
            lines.add(
                    words.say(
                            "Loans up to %s are forgotten. Your pseudonym is kept so that they stay away.",
                            "Leningen tot en met %s zijn vergeten. Uw pseudoniem wordt bewaard opdat ze niet terugkomen.",
                            until));
        }
    }

    private String loan(HeldJson.Loan loan) {
        String ids = String.join(", ", loan.ids());
        String title = loan.title() == null ? ids : loan.title() + " (" + ids + ")";
        return "%s  %s%s  %s"
                .formatted(
                        loan.day(),
                        title,
                        loan.authors().isEmpty() ? "" : ", " + String.join("; ", loan.authors()),
                        until(loan));
    }

    private String until(HeldJson.Loan loan) {
        LocalDate last = loan.keptUntil();
        String until =
                last == null
                        ? words.say("kept for good", "blijvend bewaard")
                        : words.say("kept until %s", "bewaard tot en met %s", last);
        return loan.parked()
                ? until + words.say(", counts nowhere yet", ", telt nog nergens mee")
                : until;
    }
}
