package org.c25.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/**
 * Decides from which addresses recruiters' keys are fetched: from the public internet, by https. An address that an
 * experimenter types must not reach hosts in the server's own network, unless the operator of the server has named the
 * host.
 */
@Component
public class JwksAddresses {

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

    /** @param trusted the hosts that may be asked wherever they are, and by http on this machine, too */
    public JwksAddresses(@Value("${c25.arrivals.jwks-in-own-network}") List<String> trusted) {
        this.trusted = trusted.stream().map(JwksAddresses::plain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks a new address before it is kept. An address whose host can't be looked up at present may be kept: each
     * fetch checks it again.
     *
     * @throws Problem 422 if the keys would not be fetched from there
     */
    public void check(@Nullable JwtSettings settings) {
        if (settings == null) {
            return;
        }
        try {
            requireFetchable(URI.create(settings.jwksUrl()));
        } catch (UnknownHostException e) {
            // Perhaps the name server is away for now, so the address may be kept.
        } catch (IOException e) {
            throw Problem.invalid(
                    "recruiter.jwt.jwksUrl",
                    e.getMessage()
                            + ". Keys are fetched by https from the public internet. Whoever runs this server can"
                            + " allow a host of its own network (c25.arrivals.jwks-in-own-network)");
        }
    }

    /**
     * Checks that keys may be fetched from an address.
     *
     * @throws UnknownHostException if the host can't be looked up at present
     * @throws IOException if keys are not fetched from there; its message is a clause about the address
     */
    public void requireFetchable(URI address) throws IOException {
        if (trusted.contains(plain(address.getHost()))) {
            return;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new IOException("does not begin with https://");
        }
        // A name may lead elsewhere a moment later. But the host there would have to show a certificate for the name.
        if (Arrays.stream(lookUp(address.getHost())).anyMatch(JwksAddresses::isInOwnNetwork)) {
            throw new IOException("leads into the server's own network");
        }
    }

    private static boolean isInOwnNetwork(InetAddress address) {
        return OWN_NETWORK.stream().anyMatch(network -> network.matches(address));
    }

    /** Looks a host up for at most {@value #PATIENCE_SECONDS} seconds: Java itself sets no limit of time. */
    private static InetAddress[] lookUp(String host) throws IOException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread thread = new Thread(lookUp, "key-address");
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
