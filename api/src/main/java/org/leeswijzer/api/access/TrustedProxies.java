package org.leeswijzer.api.access;

import io.micronaut.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose word on where a request comes from is believed, and what it comes to. */
record TrustedProxies(List<IpSubnetFilterRule> networks) {
    static final String HEADER = "X-Forwarded-For";

    private static final String KEY = "leeswijzer.limit.trusted-proxies";

    TrustedProxies {
        networks = List.copyOf(networks);
    }

    /**
     * Reads them.
     *
     * @param list of addresses and of networks such as {@code 10.0.0.0/8}, commas between
     * @throws IllegalArgumentException if one is something else, a name for instance
     */
    static TrustedProxies parse(@Nullable String list) {
        List<IpSubnetFilterRule> networks = new ArrayList<>();
        if (list != null) {
            for (String text : list.split(",", -1)) {
                networks.add(network(text.strip()));
            }
        }
        return new TrustedProxies(networks);
    }

    private static IpSubnetFilterRule network(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw wrong(text);
        }
        try {
            int prefix =
                    slash < 0
                            ? address.getAddress().length * Byte.SIZE
                            : Integer.parseInt(text.substring(slash + 1));
            return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "%s has '%s': give addresses such as 10.0.0.7 or networks such as 10.0.0.0/8, commas between"
                        .formatted(KEY, text));
    }

    /** Null if it is no address; no name is looked up. */
    private static @Nullable InetAddress address(String text) {
        return NetUtil.createInetAddressFromIpAddressString(text);
    }

    /** Where a request comes from. */
    InetAddress client(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        return areTrusted(peer) ? client(peer, request.getHeaders().getAll(HEADER)) : peer;
    }

    /**
     * Where a request comes from: the last address before those that are trusted.
     *
     * @param peer who is connected to us
     * @param forwarded all of {@code X-Forwarded-For}, in the order of the headers
     */
    InetAddress client(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        String[] hops = String.join(",", forwarded).split(",", -1);
        for (int hop = hops.length - 1; hop >= 0 && areTrusted(client); hop--) {
            InetAddress before = address(hops[hop].strip());
            if (before == null) {
                return client;
            }
            client = before;
        }
        return client;
    }

    /** Whether this is one of them. */
    boolean areTrusted(InetAddress address) {
        if (networks.isEmpty()) {
            return false;
        }
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(socket));
    }
}
