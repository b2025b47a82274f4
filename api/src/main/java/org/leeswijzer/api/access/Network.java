package org.leeswijzer.api.access;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Whom a limit by address holds for: one address of IPv4, or the 64 bits of IPv6 that one household or office is given.
 *
 * @param isIpv6 whether it is one of IPv6
 * @param bits of it
 */
record Network(boolean isIpv6, long bits) {

    static Network of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        boolean isIpv6 = bytes.remaining() > Integer.BYTES;
        return new Network(isIpv6, isIpv6 ? bytes.getLong() : bytes.getInt());
    }
}
