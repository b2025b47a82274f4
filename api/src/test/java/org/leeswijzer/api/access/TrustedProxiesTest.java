package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -                    | 10.0.0.7  | 1.2.3.4                  | 10.0.0.7
                    10.0.0.7             | 10.0.0.7  | 1.2.3.4                  | 1.2.3.4
                    10.0.0.7             | 10.0.0.8  | 1.2.3.4                  | 10.0.0.8
                    10.0.0.0/8           | 10.0.0.7  | 9.9.9.9, 1.2.3.4         | 1.2.3.4
                    10.0.0.0/8           | 10.0.0.7  | 9.9.9.9, 1.2.3.4,10.2.2.2| 1.2.3.4
                    10.0.0.0/8           | 10.0.0.7  | 10.2.2.2                 | 10.2.2.2
                    10.0.0.0/8           | 10.0.0.7  | 1.2.3.4, nobody          | 10.0.0.7
                    10.0.0.0/8           | 10.0.0.7  | 1.2.3.4, 1.1.1.1:80      | 10.0.0.7
                    10.0.0.0/8, ::1      | ::1       | 2001:db8::7              | 2001:db8::7
                    2001:db8::/32        | 2001:db8::1 | 1.2.3.4                | 1.2.3.4
                    """)
    void theClientIsTheLastOneBeforeThoseThatAreTrusted(
            String trusted, String peer, String forwarded, String client) {
        assertThat(
                        TrustedProxies.parse(trusted)
                                .client(
                                        NetUtil.createInetAddressFromIpAddressString(peer),
                                        List.of(forwarded)))
                .isEqualTo(NetUtil.createInetAddressFromIpAddressString(client));
    }

    /* Whatever comes before the last address that is not trusted, a caller may have made up. */
    @Property
    void nothingThatACallerPutsInFrontChangesWhoItIs(
            @ForAll @Size(max = 5) List<@IntRange(max = 255) Integer> madeUp,
            @ForAll @Size(max = 3) List<@IntRange(max = 255) Integer> proxies) {
        StringBuilder header = new StringBuilder();
        madeUp.forEach(
                each -> header.append(each % 2 == 0 ? "10.1.1." : "x").append(each).append(", "));
        header.append("203.0.113.9");
        proxies.forEach(each -> header.append(",10.7.7.").append(each));
        assertThat(
                        TrustedProxies.parse("10.0.0.0/8")
                                .client(
                                        NetUtil.createInetAddressFromIpAddressString("10.0.0.1"),
                                        List.of(header.toString())))
                .isEqualTo(NetUtil.createInetAddressFromIpAddressString("203.0.113.9"));
    }
}
