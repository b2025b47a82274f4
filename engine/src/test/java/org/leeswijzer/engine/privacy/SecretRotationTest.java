package org.leeswijzer.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Held;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.model.Progress;

class SecretRotationTest {
    private static final Library NOORD = new Library("noord");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    private static final int TODAY = 20_487;

    @TempDir private Path folder;

    @Test
    void loansAndPatronsAreKnownAndPromisesHoldAsBefore() {
        try (Engine engine = open()) {
            engine.accept(EventBatch.of(loans(engine, "a")));
            engine.accept(EventBatch.of(List.of(new PatronGone(NOORD, patron(engine, "3")))));
            engine.retrain(Progress.SILENT);
            String neighbours = engine.fingerprint().neighbours();
            Held held = engine.privacy().held(NOORD, patron(engine, "1"));
            PatronKey before = patron(engine, "1");

            assertThat(engine.secretRotation().rotate(NOORD)).isEqualTo(1);

            assertThat(patron(engine, "1")).isNotEqualTo(before);
            assertThat(engine.privacy().held(NOORD, before).loans()).isEmpty();
            assertThat(engine.privacy().held(NOORD, patron(engine, "1"))).isEqualTo(held);
            assertThat(engine.fingerprint().neighbours()).isEqualTo(neighbours);
            assertThat(engine.model().version()).isEqualTo(1);
            Receipt again = engine.accept(EventBatch.of(loans(engine, "a")));
            assertThat(again.count(Outcome.REPEATED)).isEqualTo(35);
            assertThat(again.count(Outcome.ERASED)).isEqualTo(5);
            Receipt corrected = engine.accept(EventBatch.of(loans(engine, "b")));
            assertThat(corrected.count(Outcome.CORRECTED)).isEqualTo(35);
            engine.accept(
                    EventBatch.of(
                            List.of(
                                    new PatronOptedOut(
                                            NOORD, patron(engine, "1"), CLOCK.instant()))));
            engine.secretRotation().rotate(NOORD);
            assertThat(engine.privacy().held(NOORD, patron(engine, "1")).promise().optedOut())
                    .isTrue();
            assertThat(engine.accept(EventBatch.of(loans(engine, "b"))).count(Outcome.OPTED_OUT))
                    .isEqualTo(5);
        }
        try (Engine engine = open()) {
            assertThat(engine.secrets().rotation(NOORD)).isEqualTo(2);
            assertThat(engine.accept(EventBatch.of(loans(engine, "b"))).count(Outcome.REPEATED))
                    .isEqualTo(30);
        }
    }

    /** Five loans of each of eight patrons. */
    private static List<LibraryEvent> loans(Engine engine, String titles) {
        Pseudonymiser pseudonymiser = engine.secrets().pseudonymiser(NOORD);
        List<LibraryEvent> loans = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            loans.add(
                    new LoanMade(
                            NOORD,
                            pseudonymiser.loan("loan" + i),
                            pseudonymiser.patron("" + i % 8),
                            new Borrowed.OfTitle(titles + i / 8),
                            TODAY - 10));
        }
        return loans;
    }

    private static PatronKey patron(Engine engine, String number) {
        return engine.secrets().pseudonymiser(NOORD).patron(number);
    }

    @Test
    void aStoreElsewhereIsBroughtUnderASecretThatWasCopiedThereWhenItOpens() throws IOException {
        EngineSettings other = settings("other");
        try (Engine engine = open()) {
            engine.accept(EventBatch.of(loans(engine, "a")));
        }
        Files.createDirectories(other.secrets());
        copy(other, "noord.secret");
        try (Engine engine = Engine.openAtRest(other, CLOCK)) {
            engine.accept(EventBatch.of(loans(engine, "a")));
        }
        String expected;
        try (Engine engine = open()) {
            engine.secretRotation().rotate(NOORD);
            engine.secretRotation().rotate(NOORD);
            expected = engine.fingerprint().loans();
        }
        copy(other, "noord.2.secret");
        assertThatIllegalStateException()
                .isThrownBy(() -> Engine.openAtRest(other, CLOCK))
                .withMessageContaining("noord.1.secret is missing: copy it");
        copy(other, "noord.1.secret");
        // Who only reads sees the store as it is, under the secret that it is under.
        try (Engine engine = Engine.openReadOnly(other, CLOCK)) {
            assertThat(engine.privacy().held(NOORD, patron(engine, "1")).loans()).hasSize(5);
        }
        try (Engine engine = Engine.openAtRest(other, CLOCK)) {
            assertThat(engine.fingerprint().loans()).isEqualTo(expected);
        }
        Files.delete(other.secrets().resolve("noord.2.secret"));
        assertThatIllegalStateException()
                .isThrownBy(() -> Engine.openAtRest(other, CLOCK))
                .withMessageContaining("the store is under secret noord.2.secret");
    }

    private void copy(EngineSettings to, String name) throws IOException {
        Files.copy(settings("").secrets().resolve(name), to.secrets().resolve(name));
    }

    @Test
    void aStoreThatHearsOfALibraryLaterKnowsWhatItsKeysAreUnder() throws IOException {
        try (Engine engine = open()) {
            engine.accept(EventBatch.of(loans(engine, "a")));
            engine.secretRotation().rotate(NOORD);
        }
        EngineSettings other = settings("other");
        Files.createDirectories(other.secrets());
        copy(other, "noord.secret");
        copy(other, "noord.1.secret");
        for (int time = 0; time < 2; time++) {
            try (Engine engine = Engine.openAtRest(other, CLOCK)) {
                Receipt receipt = engine.accept(EventBatch.of(loans(engine, "a")));
                assertThat(receipt.count(time == 0 ? Outcome.COUNTED : Outcome.REPEATED))
                        .isEqualTo(40);
            }
        }
    }

    @Test
    void aServiceKeepsToTheSecretThatItsStoreIsUnderUntilItIsStartedAgain() throws IOException {
        Engine engine = open();
        try (engine) {
            engine.accept(EventBatch.of(List.of()));
            assertThat(engine.secrets().rotation(NOORD)).isZero();
            Files.createDirectories(settings("").secrets());
            Files.write(settings("").secrets().resolve("noord.secret"), new byte[32]);
            Files.write(settings("").secrets().resolve("noord.1.secret"), new byte[32]);
            engine.accept(EventBatch.of(loans(engine, "a")));
        }
        try (Engine next = open()) {
            assertThat(next.accept(EventBatch.of(loans(next, "a"))).count(Outcome.REPEATED))
                    .isEqualTo(40);
        }
    }

    @Test
    void aNewSecretIsItsOwnersAloneAndTheOldOneStays() throws IOException {
        try (Engine engine = open()) {
            engine.accept(EventBatch.of(loans(engine, "a")));
            byte[] first = Files.readAllBytes(settings("").secrets().resolve("noord.secret"));
            engine.secretRotation().rotate(NOORD);
            Path file = settings("").secrets().resolve("noord.1.secret");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readAllBytes(file)).hasSize(32).isNotEqualTo(first);
            assertThat(settings("").secrets().resolve("noord.secret")).hasBinaryContent(first);
            assertThat(settings("").secrets()).isDirectoryNotContaining("glob:**new-*");
        }
    }

    @Test
    void aLibraryThatWasNeverHeardIsRefused() {
        try (Engine engine = open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.secretRotation().rotate(new Library("zuidd")))
                    .withMessageContaining("library is 'zuidd'");
            assertThat(settings("").secrets()).doesNotExist();
        }
    }

    @Test
    void aKeyIsThatOfTheChainWhateverItWasHeardUnder() {
        Pseudonymiser first = new Pseudonymiser(new byte[32]);
        byte[] next = new SecureRandom(new byte[] {1}).generateSeed(32);
        Pseudonymiser both = new Pseudonymiser(new byte[32], next);
        Pseudonymiser three = new Pseudonymiser(new byte[32], next, new byte[40]);
        assertThat(both.firstPatron("1")).isEqualTo(first.patron("1"));
        assertThat(both.since(0).of(first.patron("1"))).isEqualTo(both.patron("1"));
        assertThat(three.since(0).of(first.loan("1"))).isEqualTo(three.loan("1"));
        assertThat(three.since(1).of(both.loan("1"))).isEqualTo(three.loan("1"));
        assertThat(three.since(2).of(three.patron("1"))).isEqualTo(three.patron("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.patron(first.patron("1"), 2))
                .withMessageContaining("rotation is 2: give 0 to 1");
    }

    private Engine open() {
        return Engine.openAtRest(settings(""), CLOCK);
    }

    private EngineSettings settings(String name) {
        return new EngineSettings(
                folder.resolve(name + "store"),
                folder.resolve(name + "secrets"),
                3,
                OptionalInt.empty(),
                1);
    }
}
