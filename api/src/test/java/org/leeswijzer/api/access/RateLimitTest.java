package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leeswijzer.api.service.LibraryAccess;
import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.engine.loan.Library;

class RateLimitTest {
    private static final Library KLEIN = new Library("klein");
    private static final int PER_MINUTE = 60;

    private final AtomicLong nanos = new AtomicLong();

    /* At 60 a minute a token comes each second, so whole seconds can be counted in the head. */
    @Property
    void letsThroughWhatAJarOfTokensWould(
            @ForAll @Size(max = 200) List<@IntRange(max = 70) Integer> pauses) throws Exception {
        RateLimit limit = limit(PER_MINUTE, PER_MINUTE);
        long jar = PER_MINUTE;
        for (int pause : pauses) {
            // Many come at once, few after a long while.
            int seconds = pause < 50 ? 0 : pause - 50;
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
            jar = Math.min(PER_MINUTE, jar + seconds);
            Allowance allowance = limit.take(address("203.0.113.1"));
            assertThat(allowance.isRefused()).isEqualTo(jar == 0);
            jar = Math.max(0, jar - 1);
            assertThat(allowance.remaining()).isEqualTo(jar);
            assertThat(allowance.seconds()).isEqualTo(allowance.isRefused() ? 1 : 0);
        }
    }

    @Test
    void whoComesBackWhenToldIsLetThrough() throws Exception {
        RateLimit limit = limit(7, 0);
        InetAddress caller = address("203.0.113.1");
        Allowance allowance = limit.take(caller);
        while (!allowance.isRefused()) {
            allowance = limit.take(caller);
        }
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(allowance.seconds() - 1));
        assertThat(limit.take(caller).isRefused()).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(limit.take(caller).isRefused()).isFalse();
    }

    @Test
    void zeroIsNoLimitAndNoMemory() throws Exception {
        RateLimit limit = limit(0, 0);
        assertThat(limit.take(address("203.0.113.1"))).isNull();
        assertThat(limit.take(frontEnd(KLEIN, "a"))).isNull();
        assertThat(limit.remembered()).isZero();
    }

    @Test
    void addressesOfThisMachineAreNotLimited() throws Exception {
        RateLimit limit = limit(1, 1);
        assertThat(limit.take(address("127.0.0.1"))).isNull();
        assertThat(limit.take(address("127.8.8.8"))).isNull();
        assertThat(limit.take(address("::1"))).isNull();
    }

    @Test
    void oneNetworkOfIpv6IsOneCaller() throws Exception {
        RateLimit limit = limit(1, 1);
        assertThat(limit.take(address("2001:db8:1:2::1")).isRefused()).isFalse();
        assertThat(limit.take(address("2001:db8:1:2:3:4:5:6")).isRefused()).isTrue();
        assertThat(limit.take(address("2001:db8:1:3::1")).isRefused()).isFalse();
        assertThat(limit.take(address("32.1.13.184")).isRefused())
                .as("the address of IPv4 with the same first bytes")
                .isFalse();
    }

    @Test
    void eachKeyOfALibraryHasTheLimitOfThatLibrary() {
        RateLimit limit =
                new RateLimit(
                        new LimitSettings(1, 1, null),
                        new LibraryAccess(Map.of(), Map.of(KLEIN, 2)),
                        nanos::get);
        for (String key : List.of("a", "b")) {
            assertThat(limit.take(frontEnd(KLEIN, key)).isRefused()).isFalse();
            assertThat(limit.take(frontEnd(KLEIN, key)).isRefused()).isFalse();
            assertThat(limit.take(frontEnd(KLEIN, key)).isRefused()).isTrue();
        }
        FrontEnd other = frontEnd(new Library("groot"), "c");
        assertThat(limit.take(other).isRefused()).isFalse();
        assertThat(limit.take(other).isRefused()).isTrue();
    }

    @Test
    void noMoreCallersAreRememberedThanFit() throws Exception {
        RateLimit limit = limit(1, 1);
        for (int i = 0; i < RateLimit.MOST + 10_000; i++) {
            byte[] bytes = {(byte) 203, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
            limit.take(InetAddress.getByAddress(bytes));
        }
        assertThat(limit.remembered()).isBetween(RateLimit.MOST / 2L, (long) RateLimit.MOST);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1) + 1);
        assertThat(limit.remembered()).as("whose buckets are full again").isZero();
    }

    @Test
    void loginsThatFailAreLimitedAlsoFromThisMachineAndThoseThatDoNotAreNot() {
        RateLimit limit = limit(0, 0);
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int i = 0; i < 2 * RateLimit.FAILED_LOGINS; i++) {
            assertThat(limit.takeLogin(here).isRefused()).isFalse();
            limit.giveBackLogin(here);
        }
        for (int i = 0; i < RateLimit.FAILED_LOGINS; i++) {
            assertThat(limit.takeLogin(here).isRefused()).isFalse();
        }
        assertThat(limit.takeLogin(here).isRefused()).isTrue();
        assertThat(limit.takeLogin(address("203.0.113.1")).isRefused()).isFalse();
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1) / RateLimit.FAILED_LOGINS);
        assertThat(limit.takeLogin(here).isRefused()).isFalse();
    }

    private RateLimit limit(int perAddress, int perKey) {
        return new RateLimit(
                new LimitSettings(perAddress, perKey, null),
                new LibraryAccess(Map.of(), Map.of()),
                nanos::get);
    }

    private static FrontEnd frontEnd(Library library, String key) {
        return new FrontEnd(library, SecretHash.of(key));
    }

    private static InetAddress address(String text) {
        return NetUtil.createInetAddressFromIpAddressString(text);
    }
}
