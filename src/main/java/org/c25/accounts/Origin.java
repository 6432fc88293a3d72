package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where a password comes from.
 *
 * @param address the client's: IPv4, or the first 64 bits of IPv6, which one subscriber has to themselves
 * @param browser the SHA-256 of what a cookie holds that this browser got when somebody signed in with it; null without one
 * @param way in which it was sent
 */
record Origin(String address, @Nullable String browser, Way way) implements Serializable {

    enum Way {
        PAGE("on the sign-in page"),
        API("for an API token"),
        ACCOUNT_PAGE("on the account page");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    static Origin of(HttpServletRequest request, Way way) {
        String browser = BrowserCookie.in(request).map(Secret::hash).orElse(null);
        return new Origin(network(request.getRemoteAddr()), browser, way);
    }

    static String network(String address) {
        try {
            // A literal: nobody is asked for a name.
            InetAddress parsed = InetAddress.getByName(address);
            if (!(parsed instanceof Inet6Address) || parsed.isLoopbackAddress()) {
                return parsed.isLoopbackAddress() ? "127.0.0.1" : parsed.getHostAddress();
            }
            byte[] bytes = parsed.getAddress();
            Arrays.fill(bytes, 8, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return "an unknown address";
        }
    }

    /** The same, in a browser that has the cookie. */
    Origin in(Secret browser) {
        return new Origin(address, browser.hash(), way);
    }

    String words() {
        return "from " + address + ", " + way.words;
    }
}
