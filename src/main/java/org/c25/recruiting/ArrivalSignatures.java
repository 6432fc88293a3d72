package org.c25.recruiting;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.c25.common.Sha256;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participants;
import org.c25.protocol.JwtSettings;
import org.c25.protocol.Recruiter;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies that the recruiter itself says who comes by its link: by an HMAC-SHA-256 (RFC 2104) of the ID with the
 * study's secret, or by a JWT. A link with a wrong signature is refused, and not taken for unsigned.
 */
@Component
public class ArrivalSignatures {

    private final SigningSecrets secrets;
    private final RecruiterTokens recruiterTokens;
    private final Participants participants;
    private final Sets sets;

    ArrivalSignatures(SigningSecrets secrets, RecruiterTokens recruiterTokens, Participants participants, Sets sets) {
        this.secrets = secrets;
        this.recruiterTokens = recruiterTokens;
        this.participants = participants;
        this.sets = sets;
    }

    /**
     * Returns the external ID in the link of an invitation that staff made. The link's secret lets the person have the
     * slot; the ID needs its proof until the slot is taken.
     *
     * @return empty if the link has no ID, or a text that can't be one
     * @throws Unproven as {@link #idIn(HttpServletRequest, StudyView, Recruiter)}, or if nobody filled the ID in
     */
    public Optional<ArrivingId> idIn(HttpServletRequest request, InvitedPerson invited) {
        StudyView study = sets.studyOfInvited(invited.setId());
        Recruiter recruiter = study.protocol().recruiter();
        if (recruiter == null) {
            return Optional.empty();
        }
        boolean hasSlot = participants.find(invited).isPresent();
        if (!hasSlot && ExternalId.isUnfilled(request, recruiter)) {
            throw new Unproven(Ineligibility.NO_ID);
        }
        try {
            return idIn(request, study, recruiter);
        } catch (Unproven unproven) {
            if (hasSlot) {
                return ExternalId.in(request, recruiter).map(ArrivingId::unsigned);
            }
            throw unproven;
        }
    }

    /**
     * Returns the external ID in a link.
     *
     * @return empty if the link has no ID, or a text that can't be one
     * @throws Unproven if the signature is wrong or can't be verified at present, or if the study accepts no ID without
     *     one
     */
    public Optional<ArrivingId> idIn(HttpServletRequest request, StudyView study, Recruiter recruiter) {
        String typed = request.getParameter(recruiter.idParameter());
        String signature =
                recruiter.signatureParameter() == null ? null : request.getParameter(recruiter.signatureParameter());
        if (signature == null || signature.isEmpty()) {
            Optional<ExternalId> id = ExternalId.in(request, recruiter);
            if (id.isPresent() && recruiter.takesSignedAlone()) {
                throw new Unproven(Ineligibility.UNSIGNED);
            }
            return id.map(unsigned -> new ArrivingId(unsigned, false));
        }
        JwtSettings jwt = recruiter.jwt();
        return Optional.of(
                new ArrivingId(jwt == null ? byHmac(study, typed, signature) : byJwt(jwt, typed, signature), true));
    }

    private ExternalId byHmac(StudyView study, @Nullable String typed, String signature) {
        ExternalId id = ExternalId.in(typed).orElseThrow(() -> new Unproven(Ineligibility.BAD_SIGNATURE));
        String secret = secrets.of(study.id()).orElseThrow(() -> new Unproven(Ineligibility.BAD_SIGNATURE));
        byte[] right = hmac(secret, id.text()).getBytes(StandardCharsets.US_ASCII);
        byte[] brought = signature.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, brought)) {
            throw new Unproven(Ineligibility.BAD_SIGNATURE);
        }
        return id;
    }

    private static String hmac(String secret, String id) {
        return HexFormat.of().formatHex(Sha256.hmac(secret.getBytes(StandardCharsets.UTF_8), id));
    }

    /** Returns the ID that the token names. If the link also has an ID of its own, the two have to be the same. */
    private ExternalId byJwt(JwtSettings settings, @Nullable String typed, String token) {
        ExternalId id = ExternalId.in(recruiterTokens.idIn(token.strip(), settings))
                .orElseThrow(() -> new Unproven(Ineligibility.BAD_SIGNATURE));
        if (typed != null && !typed.isBlank() && !typed.strip().equals(id.text())) {
            throw new Unproven(Ineligibility.BAD_SIGNATURE);
        }
        return id;
    }

    /**
     * Says that the ID is not proven, so that nobody enters with it. The ineligibility decides which page explains what
     * to do.
     */
    public static class Unproven extends RuntimeException {

        private final Ineligibility ineligibility;

        Unproven(Ineligibility ineligibility) {
            super(ineligibility.name(), null, false, false);
            this.ineligibility = ineligibility;
        }

        public Ineligibility ineligibility() {
            return ineligibility;
        }
    }
}
