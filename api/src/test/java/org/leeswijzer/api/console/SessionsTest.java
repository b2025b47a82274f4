package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leeswijzer.api.access.Login;
import org.leeswijzer.api.access.Role;

/** How long somebody stays logged in. */
class SessionsTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private static final Login STAFF = Login.of(Set.of(Role.STAFF));

    private Instant now = MORNING;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Sessions sessions = new Sessions(clock, new Random(7));

    @Test
    void whoDoesNothingForHalfAnHourIsOut() {
        String id = sessions.open("anna", STAFF);
        now = now.plus(Sessions.IDLE).minusSeconds(1);
        assertThat(find(id)).hasValueSatisfying(s -> assertThat(s.by()).isEqualTo("anna"));
        now = now.plus(Sessions.IDLE).minusSeconds(1);
        assertThat(find(id)).isPresent();
        now = now.plus(Sessions.IDLE);
        assertThat(find(id)).isEmpty();
    }

    @Test
    void nobodyStaysForLongerThanAWorkingDay() {
        String id = sessions.open("anna", STAFF);
        while (now.isBefore(MORNING.plus(Sessions.LONGEST).minus(Sessions.IDLE))) {
            assertThat(find(id)).isPresent();
            now = now.plus(Duration.ofMinutes(20));
        }
        now = MORNING.plus(Sessions.LONGEST);
        assertThat(find(id)).isEmpty();
    }

    @Test
    void nobodyStaysForLongerThanTheirTokenIsGood() {
        Instant until = MORNING.plus(Duration.ofMinutes(5));
        String id = sessions.open("anna", new Login(Set.of(Role.STAFF), until, null, null));
        now = until.minusSeconds(1);
        assertThat(find(id)).isPresent();
        now = until;
        assertThat(find(id)).isEmpty();
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        String first = sessions.open("first", STAFF);
        String second = sessions.open("second", STAFF);
        for (int i = 2; i <= Sessions.MOST; i++) {
            sessions.open("other", STAFF);
        }
        assertThat(find(first)).isEmpty();
        assertThat(find(second)).isPresent();
    }

    @Test
    void whatIsToldIsToldOnce() {
        Session session = find(sessions.open("anna", STAFF)).orElseThrow();
        session.tell(Notice.good("done"));
        assertThat(session.takeNotice()).isNotNull();
        assertThat(session.takeNotice()).isNull();
    }

    private Optional<Session> find(String id) {
        return sessions.find(
                id,
                due -> {
                    throw new AssertionError("nothing is due");
                });
    }
}
