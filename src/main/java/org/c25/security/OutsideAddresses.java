package org.c25.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Decides which of the addresses that staff type this server asks: those on the public internet, by https. An address
 * must not reach hosts in the server's own network, unless the operator of the server has named the host.
 */
public final class OutsideAddresses {

    private static final long PATIENCE_SECONDS = 3;

    /**
     * The addresses that must not be asked: loopback, link-local and private ones, those shared by carriers, and IPv4
     * inside IPv6.
     */
    private static final List<InetAddressMatcher> OWN_NETWORK = List.of(
            InetAddressMatchers.matchInternal().build(),
            address -> address != null && address.isMulticastAddress(),
            InetAddressMatchers.fromIpAddress("0.0.0.0/8"),
            InetAddressMatchers.fromIpAddress("100.64.0.0/10"),
            InetAddressMatchers.fromIpAddress("240.0.0.0/4"),
            InetAddressMatchers.fromIpAddress("64:ff9b::/96"),
            InetAddressMatchers.fromIpAddress("2002::/16"));

    private final Set<String> trusted;

    /** @param trusted the hosts that may be asked wherever they are, and by http, too */
    public OutsideAddresses(Collection<String> trusted) {
        this.trusted = trusted.stream().map(OutsideAddresses::plain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks that an address may be asked. It is to be called before each request: a name can lead elsewhere later.
     *
     * @throws UnknownHostException if the host can't be looked up at present
     * @throws IOException if the address is not asked; its message is a clause about the address
     */
    public void require(URI address) throws IOException {
        String host = address.getHost();
        if (host != null && trusted.contains(plain(host))) {
            return;
        }
        if (host == null || !"https".equalsIgnoreCase(address.getScheme())) {
            throw new IOException("does not begin with https://");
        }
        // A name may lead elsewhere a moment later. But the host there would have to show a certificate for the name.
        if (Arrays.stream(lookUp(host)).anyMatch(OutsideAddresses::isInOwnNetwork)) {
            throw new IOException("leads into the server's own network");
        }
    }

    private static boolean isInOwnNetwork(@Nullable InetAddress address) {
        return OWN_NETWORK.stream().anyMatch(network -> network.matches(address));
    }

    /** Looks a host up for at most {@value #PATIENCE_SECONDS} seconds: Java itself sets no limit of time. */
    private static InetAddress[] lookUp(String host) throws IOException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread thread = new Thread(lookUp, "outside-address");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookUp.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /** Returns a host in lower case, and without the dot that may end a name. */
    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }
}
