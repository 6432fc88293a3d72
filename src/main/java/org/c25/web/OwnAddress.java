package org.c25.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** The addresses of this server, as far as it can know them by itself: behind a proxy, it can't know the right one. */
@Component
class OwnAddress {

    /** An address of no machine (RFC 5737), to find the way out; nothing is sent there. */
    private static final InetSocketAddress OUT = new InetSocketAddress("192.0.2.1", 9);

    private final String scheme;
    private final String contextPath;
    private final @Nullable InetAddress bound;
    private final String published;

    /** @param published where the machine listens for a container, such as 127.0.0.1:8080 or 8080; empty outside of one */
    OwnAddress(ServerProperties server, @Value("${c25.published-at:}") String published) {
        String path = server.getServlet().getContextPath();
        scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
        contextPath = path == null ? "" : path;
        bound = server.getAddress();
        this.published = published;
    }

    /** Returns the address by which other machines call this one; by which this one does, if it is in no network. */
    String inTheNetwork(int port) {
        if (!published.isEmpty()) {
            return onPublishedPort();
        }
        InetAddress address = isAnywhere() ? wayOut() : bound;
        return address == null || address.isAnyLocalAddress() || address.isLoopbackAddress()
                ? at("localhost", port)
                : at(host(address), port);
    }

    /** Returns the address by which this machine calls itself. */
    String onThisMachine(int port) {
        return published.isEmpty() && isAnywhere() ? at("localhost", port) : inTheNetwork(port);
    }

    /** In a container, the address of its own network is of no use to people: the machine's port leads to it. */
    private String onPublishedPort() {
        String host = published.contains(":") ? published.replaceFirst(":[0-9]+$", "") : "localhost";
        String port = published.replaceFirst(".*:", "");
        boolean hereAlone = host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("0.0.0.0");
        return scheme + "://" + (hereAlone ? "localhost" : host) + ":" + port + contextPath;
    }

    private boolean isAnywhere() {
        return bound == null || bound.isAnyLocalAddress();
    }

    private String at(String host, int port) {
        return scheme + "://" + host + ":" + port + contextPath;
    }

    private static String host(InetAddress address) {
        String digits = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + digits + "]" : digits;
    }

    /** Returns the address from which this machine calls others; null if it calls none. */
    private static @Nullable InetAddress wayOut() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(OUT);
            return socket.getLocalAddress();
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
