package org.c25.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A service that sends participants to a study, such as Prolific: how it tells whom it sends, and where people go when
 * done.
 *
 * @param name the name as participants read it, 1 … 60 characters
 * @param idParameter the parameter of the link in which the recruiter sends the external ID, 1 … 60 letters, digits, _
 *     and -
 * @param returnUrl the address to which participants go back, https alone, at most 500 characters; {@code {id}} stands
 *     for the external ID and {@code {code}} for the completion code. If it is empty, they are only shown the code
 * @param signatureParameter the parameter of the link in which the recruiter proves whom it sends: the ID's
 *     HMAC-SHA-256 with the study's secret, in hexadecimal, or, if there are settings for them, a JWT. Null if it signs
 *     nothing
 * @param signedOnly whether no ID is accepted without such a proof, however it comes; null for no
 * @param jwt how its JWTs are verified; null if the signature is an HMAC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recruiter(
        String name,
        String idParameter,
        String returnUrl,
        @Nullable String signatureParameter,
        @Nullable Boolean signedOnly,
        @Nullable JwtSettings jwt) {

    private static final String ID = "{id}";
    private static final String CODE = "{code}";
    private static final String PARAMETER = "[A-Za-z0-9_-]{1,60}";

    /** Makes a recruiter that signs nothing. */
    public Recruiter(String name, String idParameter, String returnUrl) {
        this(name, idParameter, returnUrl, null, null, null);
    }

    /** @throws Problem naming every field that is unfit */
    public Recruiter {
        name = Objects.requireNonNullElse(name, "").strip();
        idParameter = Objects.requireNonNullElse(idParameter, "").strip();
        returnUrl = Objects.requireNonNullElse(returnUrl, "").strip();
        signatureParameter =
                signatureParameter == null || signatureParameter.isBlank() ? null : signatureParameter.strip();
        signedOnly = Boolean.TRUE.equals(signedOnly) ? true : null;
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > 60) {
            faults.add(Fault.inField("recruiter.name", "1 to 60 characters; participants read it"));
        }
        if (!idParameter.matches(PARAMETER)) {
            faults.add(Fault.inField(
                    "recruiter.idParameter",
                    "1 to 60 letters, digits, _ and -; it is the name before = in the link, such as PROLIFIC_PID"));
        }
        if (returnUrl.length() > 500) {
            faults.add(Fault.inField("recruiter.returnUrl", "at most 500 characters"));
        } else if (!returnUrl.isEmpty() && !isFit(returnUrl)) {
            faults.add(Fault.inField(
                    "recruiter.returnUrl",
                    "a whole address that begins with https://, without spaces; {id} and {code} may stand after the"
                            + " server's name. Leave it empty if participants only need the code"));
        }
        faults.addAll(faultsOfSigning(idParameter, signatureParameter, signedOnly != null || jwt != null));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static List<Fault> faultsOfSigning(String idParameter, @Nullable String parameter, boolean needed) {
        String field = "recruiter.signatureParameter";
        if (parameter == null) {
            return needed
                    ? List.of(Fault.inField(field, "is missing: it names the parameter of the link with the signature"))
                    : List.of();
        }
        if (!parameter.matches(PARAMETER) || parameter.equals(idParameter)) {
            return List.of(Fault.inField(
                    field, "1 to 60 letters, digits, _ and -; another name than that of the ID's parameter"));
        }
        return List.of();
    }

    /** Whether the recruiter signs by HMAC, so that the study needs a secret. */
    @JsonIgnore
    public boolean isSigningByHmac() {
        return signatureParameter != null && jwt == null;
    }

    /** Whether the recruiting link lets in nobody without a proof. */
    @JsonIgnore
    public boolean takesSignedAlone() {
        return Boolean.TRUE.equals(signedOnly);
    }

    private static boolean isFit(String address) {
        // No value from a participant's link may decide which server the address leads to.
        if (!address.matches("(?i)https://[^/?#{}@]+([/?#].*)?")) {
            return false;
        }
        try {
            return new URI(filled(address, "0", "0")).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Returns the address to which somebody goes back.
     *
     * @param id the external ID of the person; null if it is not known here
     * @return empty if there is no such address, or if it needs the ID and that is not known
     */
    public Optional<String> returnAddress(@Nullable String id, String code) {
        if (returnUrl.isEmpty() || id == null && returnUrl.contains(ID)) {
            return Optional.empty();
        }
        return Optional.of(filled(returnUrl, id == null ? "" : id, code));
    }

    private static String filled(String address, String id, String code) {
        return address.replace(ID, encoded(id)).replace(CODE, encoded(code));
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
