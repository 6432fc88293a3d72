package org.c25.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.c25.common.Fault;
import org.c25.common.Problem;

/**
 * The settings by which a recruiter's JWTs are verified (RFC 7519).
 *
 * @param jwksUrl the address at which the recruiter publishes its public keys (RFC 7517): https, or http on this
 *     machine; {@link JwksAddresses} decides whether it is asked
 * @param issuer the claim {@code iss} as it must be, 1 … 500 characters
 * @param audience the claim {@code aud} as it must be, 1 … 500 characters; if it is an address, addresses below it fit,
 *     too
 * @param idClaim the claim that holds the external ID; a dot leads into an object, as in {@code prolific.PROLIFIC_PID}
 */
public record JwtSettings(String jwksUrl, String issuer, String audience, String idClaim) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST_CHARACTERS = 500;

    /** @throws Problem naming every field that is unfit */
    public JwtSettings {
        jwksUrl = Objects.requireNonNullElse(jwksUrl, "").strip();
        issuer = Objects.requireNonNullElse(issuer, "").strip();
        audience = Objects.requireNonNullElse(audience, "").strip();
        idClaim = Objects.requireNonNullElse(idClaim, "").strip();
        List<Fault> faults = new ArrayList<>();
        if (jwksUrl.length() > MOST_CHARACTERS || !isFit(jwksUrl)) {
            faults.add(Fault.inField(
                    "recruiter.jwt.jwksUrl",
                    "the whole address of the recruiter's public keys: it begins with https:// and has at most 500"
                            + " characters"));
        }
        if (issuer.isEmpty() || issuer.length() > MOST_CHARACTERS) {
            faults.add(Fault.inField(
                    "recruiter.jwt.issuer", "1 to 500 characters: the claim iss of the recruiter's tokens"));
        }
        if (audience.isEmpty() || audience.length() > MOST_CHARACTERS) {
            faults.add(Fault.inField(
                    "recruiter.jwt.audience", "1 to 500 characters: the claim aud of the recruiter's tokens"));
        }
        if (!idClaim.matches("[A-Za-z0-9_.:/-]{1,100}")) {
            faults.add(Fault.inField(
                    "recruiter.jwt.idClaim",
                    "1 to 100 letters, digits and . _ - : /; it is the name of the claim that holds the ID"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static boolean isFit(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getHost();
            if (host == null || uri.getScheme() == null || uri.getUserInfo() != null) {
                return false;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
