package org.leeswijzer.api.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.TextJson;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.loan.Held;
import org.leeswijzer.engine.loan.HeldLoan;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.Promise;

/** Answers a patron who asks what is held on them. */
public final class Export {
    private static final List<TextJson> STORED =
            List.of(
                    new TextJson(
                            "Uw leningen staan in de opslag van deze dienst, onder een pseudoniem; uw nummer staat er niet.",
                            "Your loans are in the store of this service, by pseudonym; your number is not in it."),
                    new TextJson(
                            "Met een pseudoniem staan ze ook in het logboek waaruit deze dienst leest, als de bibliotheek dat gebruikt, zolang die het bewaart.",
                            "They are also in the event log that this service reads, if the library uses one, for as long as the library keeps it."),
                    new TextJson(
                            "De lijsten met suggesties tellen hoeveel lezers twee titels leenden, en noemen niemand.",
                            "The lists of suggestions count how many readers borrowed two titles, and name nobody."));

    private final Engine engine;
    private final Clock clock;

    /** Of this store. */
    public Export(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * All that is held on the patron.
     *
     * @throws IllegalArgumentException if there is no such library, or the number cannot be one
     */
    public HeldJson of(PatronJson patron) {
        Library library = patron.libraryIn(engine.secrets());
        Held held = engine.privacy().held(library, patron.keyIn(engine.secrets()));
        Promise promise = held.promise();
        return new HeldJson(
                library.code(),
                clock.instant(),
                promise.optedOut(),
                promise.optedOut() ? Instant.ofEpochMilli(promise.since()) : null,
                forgottenUntil(promise),
                promise.isForGood(),
                promise.consent().isGiven(),
                promise.consent().isGiven()
                        ? Instant.ofEpochMilli(promise.consent().since())
                        : null,
                held.loans().stream().map(loan -> loan(library, loan)).toList(),
                STORED);
    }

    private static @Nullable LocalDate forgottenUntil(Promise promise) {
        return promise.isForGood() || promise.lastDay() == Promise.NO_DAY
                ? null
                : LocalDate.ofEpochDay(promise.lastDay());
    }

    private HeldJson.Loan loan(Library library, HeldLoan loan) {
        Optional<Description> description =
                loan.edition().isPresent()
                        ? engine.privacy().edition(loan.edition().getAsInt()).description()
                        : Optional.empty();
        List<String> ids =
                loan.edition().isPresent()
                        ? engine.privacy().recordsOf(library, loan.edition().getAsInt())
                        : loan.item().stream().toList();
        return new HeldJson.Loan(
                LocalDate.ofEpochDay(loan.day()),
                engine.privacy().keptUntil(library, loan.day()).orElse(null),
                ids,
                description.map(Description::title).orElse(null),
                description.map(Description::authors).orElse(List.of()),
                loan.item().isPresent());
    }
}
