package org.c25.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * The network from which a request comes, as far as people can be told apart by it: an IPv4 address, or the first 64 bits
 * of an IPv6 address, within which one household or device takes any address it likes.
 */
public record ClientAddress(String network) {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

    public static ClientAddress of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    public static ClientAddress of(String address) {
        if (!address.contains(":")) { // A host name is never looked up.
            return new ClientAddress(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return new ClientAddress(
                    bytes.length == IPV4_BYTES
                            ? InetAddress.getByAddress(bytes).getHostAddress()
                            : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return new ClientAddress(address);
        }
    }
}
