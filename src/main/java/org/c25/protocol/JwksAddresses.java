package org.c25.protocol;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.c25.common.Problem;
import org.c25.security.OutsideAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Decides from which addresses recruiters' keys are fetched. */
@Component
public class JwksAddresses {

    private final OutsideAddresses outside;

    /** @param trusted the hosts that may be asked wherever they are, and by http on this machine, too */
    public JwksAddresses(@Value("${c25.arrivals.jwks-in-own-network}") List<String> trusted) {
        this.outside = new OutsideAddresses(trusted);
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
        outside.require(address);
    }
}
