package org.leeswijzer.api.access;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Settings;

/**
 * Takes everybody on this machine for staff, to try the service out, where {@code leeswijzer.no-login} is true: only on an
 * address that others cannot reach, and never a proxy or a page of another site, which speak for others.
 */
@Context
final class NoLogin {
    private static final Pattern HOST =
            Pattern.compile("(?:localhost|127\\.[0-9.]+|\\[::1])(?::[0-9]+)?");
    private static final List<String> OTHERS =
            List.of(HttpHeaders.FORWARDED, TrustedProxies.HEADER);

    private final boolean isOn;

    /** @throws IllegalArgumentException if it is on and others can reach us */
    NoLogin(Settings settings, NettyHttpServerConfiguration server) {
        isOn = settings.noLogin();
        if (isOn) {
            String host = server.getHost().orElse(null);
            if (!isHere(host) || server.getListeners() != null) {
                throw new IllegalArgumentException(
                        "leeswijzer.no-login is true and the address to listen on is %s, which others can reach: listen on 127.0.0.1 alone, or ask for a login and make a token with the command key"
                                .formatted(host));
            }
        }
    }

    private static boolean isHere(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether it may do without a login. */
    boolean admits(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String host = headers.get(HttpHeaders.HOST);
        return isOn
                && request.getRemoteAddress().getAddress().isLoopbackAddress()
                && host != null
                && HOST.matcher(host).matches()
                && isOurOwn(headers.get(HttpHeaders.ORIGIN), host)
                && OTHERS.stream().noneMatch(headers::contains);
    }

    /* Browsers name the page that a form or a script is of. */
    private static boolean isOurOwn(@Nullable String origin, String host) {
        return origin == null
                || origin.equals("http://" + host)
                || origin.equals("https://" + host);
    }
}
