package org.c25.studies;

import java.util.stream.Stream;
import org.c25.common.Faults;
import org.c25.protocol.JwtSettings;
import org.c25.protocol.Recruiter;
import org.jspecify.annotations.Nullable;

/**
 * The part of a study's form about the service that sends its participants. A field that is left empty has the value
 * that is usual for that service.
 */
record RecruiterForm(
        @Nullable Service service,
        @Nullable String name,
        @Nullable String idParameter,
        @Nullable String returnUrl,
        @Nullable Signing signing,
        @Nullable String signatureParameter,
        @Nullable Boolean signedOnly,
        @Nullable String jwksUrl,
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String idClaim) {

    /** The services whose usual values are known here, and any other. */
    enum Service {
        NONE("", ""),
        PROLIFIC("Prolific", "PROLIFIC_PID"),
        MTURK("MTurk", "workerId"),
        SONA("SONA", "survey_code"),
        OTHER("", "");

        private final String usualName;
        private final String usualParameter;

        Service(String usualName, String usualParameter) {
            this.usualName = usualName;
            this.usualParameter = usualParameter;
        }
    }

    /** The ways in which the recruiter proves whom it sends. */
    enum Signing {
        NONE,
        HMAC,
        JWT
    }

    private static final String SIGNATURE = "signature";

    /** The parameter in which Prolific signs its secured external URLs. */
    private static final String PROLIFIC_TOKEN = "prolific_token";

    private static final String PROLIFIC_KEYS = "https://api.prolific.com/.well-known/study/jwks.json";
    private static final String PROLIFIC_ISSUER = "https://www.prolific.com";
    private static final String PROLIFIC_ID = "prolific.PROLIFIC_PID";

    static final RecruiterForm BLANK =
            new RecruiterForm(Service.NONE, "", "", "", Signing.NONE, "", false, "", "", "", "");

    static RecruiterForm of(@Nullable Recruiter recruiter) {
        if (recruiter == null) {
            return BLANK;
        }
        Service known = Stream.of(Service.PROLIFIC, Service.MTURK, Service.SONA)
                .filter(service -> service.usualName.equals(recruiter.name()))
                .findFirst()
                .orElse(Service.OTHER);
        JwtSettings jwt = recruiter.jwt();
        String parameter = recruiter.signatureParameter();
        return new RecruiterForm(
                known,
                recruiter.name(),
                recruiter.idParameter(),
                recruiter.returnUrl(),
                parameter == null ? Signing.NONE : jwt == null ? Signing.HMAC : Signing.JWT,
                or(parameter, ""),
                recruiter.takesSignedAlone(),
                jwt == null ? "" : jwt.jwksUrl(),
                jwt == null ? "" : jwt.issuer(),
                jwt == null ? "" : jwt.audience(),
                jwt == null ? "" : jwt.idClaim());
    }

    /**
     * Returns the recruiter.
     *
     * @param faults receives each field that is unfit, and a fault if something is typed and no service is chosen
     */
    @Nullable
    Recruiter recruiter(@Nullable Recruiter base, Faults faults) {
        Service sender = service;
        if (sender != null && sender != Service.NONE) {
            JwtSettings jwt = signing == Signing.JWT ? faults.readIfAny(this::jwt, null) : null;
            return faults.readIfAny(
                    () -> new Recruiter(
                            or(name, sender.usualName),
                            or(idParameter, sender.usualParameter),
                            or(returnUrl, ""),
                            signs() ? or(signatureParameter, usualSignatureParameter()) : null,
                            signs() ? signedOnly : null,
                            jwt),
                    base);
        }
        if (filledIn()) {
            faults.add("recruiter.service", "choose the service, or empty the fields below");
        }
        return null;
    }

    private boolean signs() {
        return signing != null && signing != Signing.NONE;
    }

    private String usualSignatureParameter() {
        return signing == Signing.JWT && service == Service.PROLIFIC ? PROLIFIC_TOKEN : SIGNATURE;
    }

    private JwtSettings jwt() {
        boolean prolific = service == Service.PROLIFIC;
        return new JwtSettings(
                or(jwksUrl, prolific ? PROLIFIC_KEYS : ""),
                or(issuer, prolific ? PROLIFIC_ISSUER : ""),
                or(audience, ""),
                or(idClaim, prolific ? PROLIFIC_ID : "sub"));
    }

    /** Returns the recruiter's name as participants will read it; empty if there is no recruiter. */
    String shownName() {
        return or(name, service == null ? "" : service.usualName);
    }

    /** Whether anything is chosen or typed. */
    public boolean filledIn() {
        return service != null && service != Service.NONE
                || signs()
                || Boolean.TRUE.equals(signedOnly)
                || Stream.of(name, idParameter, returnUrl, signatureParameter, jwksUrl, issuer, audience, idClaim)
                        .anyMatch(typed -> !or(typed, "").isEmpty());
    }

    private static String or(@Nullable String typed, String usual) {
        return typed == null || typed.isBlank() ? usual : typed;
    }
}
