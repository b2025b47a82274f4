package org.leeswijzer.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leeswijzer.api.report.Words;
import org.leeswijzer.api.service.RestoreWatch;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.model.ModelInfo;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.ingest.ConsumerStatus;

/**
 * Something that somebody should look at.
 *
 * @param href where; empty if that is not on a page of ours
 */
public record Attention(Said said, String href) {
    private static final long MUCH_UNREAD = 10_000;
    private static final double MANY_PARKED = 0.05;

    /** All there is, the most urgent first. */
    static List<Attention> of(
            Engine engine, Optional<ConsumerStatus> log, RestoreWatch watch, Words words) {
        List<Attention> all = new ArrayList<>();
        watch.waiting()
                .ifPresent(
                        restored ->
                                all.add(
                                        new Attention(
                                                Said.of(
                                                        "the store was "
                                                                + RestoreWatch.why(restored),
                                                        words),
                                                "")));
        log.ifPresent(status -> log(status, words, all));
        store(engine, words, all);
        model(engine, words, all);
        return all;
    }

    private static void log(ConsumerStatus status, Words words, List<Attention> all) {
        if (status.failing()) {
            add(
                    all,
                    "",
                    words.say(
                            "The event log is not being read: see the address /health for why.",
                            "Het logboek wordt niet gelezen: op het adres /health staat waarom."));
        }
        if (status.totalLag() > MUCH_UNREAD) {
            add(
                    all,
                    "",
                    words.say(
                            "%,d records of the event log are yet to be read.",
                            "%,d berichten van het logboek moeten nog gelezen worden.",
                            status.totalLag()));
        }
        if (status.lost().records() > 0) {
            add(
                    all,
                    "",
                    words.say(
                            "%,d records were deleted by the broker before they were read: publish them again at their source.",
                            "%,d berichten zijn door de broker gewist voordat ze gelezen waren: publiceer ze opnieuw bij de bron.",
                            status.lost().records()));
        }
        if (status.deadLetters() > 0) {
            add(
                    all,
                    "/staff/letters",
                    words.say(
                            "%,d records could not be read since the service was started.",
                            "%,d berichten konden niet gelezen worden sinds de dienst gestart is.",
                            status.deadLetters()));
        }
    }

    private static void store(Engine engine, Words words, List<Attention> all) {
        Statistics statistics = engine.statistics();
        long loans = statistics.loans() + statistics.parkedLoans();
        if (statistics.parkedLoans() > MANY_PARKED * loans) {
            add(
                    all,
                    "/staff/imports",
                    words.say(
                            "%,d loans wait for the title of their item: import the catalogue.",
                            "%,d leningen wachten op de titel van hun exemplaar: importeer de catalogus.",
                            statistics.parkedLoans()));
        }
        engine.day()
                .doubted()
                .ifPresent(
                        day ->
                                add(
                                        all,
                                        "",
                                        words.say(
                                                "The clock of this machine says %s, which is not believed: no loans are removed for it.",
                                                "De klok van deze machine zegt %s, en dat wordt niet geloofd: er worden geen leningen om verwijderd.",
                                                day)));
    }

    private static void model(Engine engine, Words words, List<Attention> all) {
        ModelInfo model = engine.model();
        if (model.version() == 0) {
            add(
                    all,
                    "/staff/retrain",
                    words.say(
                            "No model was made yet: retrain.",
                            "Er is nog geen model gemaakt: hertrain."));
        }
        for (ModelVersion version : engine.models().all()) {
            if (version.state() == ModelState.WITHHELD && version.number() > model.version()) {
                add(
                        all,
                        "/staff/models/" + version.number(),
                        words.say(
                                "Version %d was withheld by the gate: look why.",
                                "Versie %d is door de poort achtergehouden: kijk waarom.",
                                version.number()));
            }
        }
        if (model.pinned()) {
            add(
                    all,
                    "/staff/models",
                    words.say(
                            "Version %d is pinned since it was rolled back to: new loans do not change it.",
                            "Versie %d staat vast sinds ernaar teruggegaan is: nieuwe leningen veranderen haar niet.",
                            model.version()));
        }
    }

    private static void add(List<Attention> all, String href, String text) {
        all.add(new Attention(Said.asIs(text), href));
    }
}
