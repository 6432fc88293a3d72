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
 * The address and the browser from which a password comes, and the way in which it was sent.
 *
 * @param address the client's address: IPv4, or the first 64 bits of IPv6, which belong to one subscriber
 * @param browser the SHA-256 of the secret in the cookie that this browser got when somebody signed in with it; null
 *     without a cookie
 * @param way the page or API call that sent it
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
            // The text is a numeric address, so no name server is asked.
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

    /** Returns the same origin, but in a browser that has this secret in its cookie. */
    Origin in(Secret browser) {
        return new Origin(address, browser.hash(), way);
    }

    String words() {
        return "from " + address + ", " + way.words;
    }
}
