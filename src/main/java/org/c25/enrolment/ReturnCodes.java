package org.c25.enrolment;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.invitations.CodeAttempts;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.ExternalIdKey;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.RecruitedInvitations;
import org.c25.participation.Participants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The return codes, by which people whom a recruiter sent show on another device that they are the same person. A code
 * is computed from the invitation and a key in the data folder, so the database holds nothing that reveals it.
 *
 * <p>Too many wrong codes lock it for a while ({@link CodeAttempts}) for those who have shown only link and external
 * ID.
 */
@Component
class ReturnCodes {

    /** Crockford's Base32. It has no I, L, O or U, which people mistake for other characters. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;

    private final RecruitedInvitations invitations;
    private final CodeAttempts attempts;
    private final ExternalIdKey key;
    private final Participants participants;
    private final DeviceTokens deviceTokens;

    ReturnCodes(
            RecruitedInvitations invitations,
            CodeAttempts attempts,
            ExternalIdKey key,
            Participants participants,
            DeviceTokens deviceTokens) {
        this.invitations = invitations;
        this.attempts = attempts;
        this.key = key;
        this.participants = participants;
        this.deviceTokens = deviceTokens;
    }

    /**
     * Returns the code that the person may read; null if they need none, have no slot, or have yet to show who they
     * are.
     */
    @Nullable
    String shownTo(InvitedPerson invited) {
        boolean known = invited.recruited() && (!invited.limited() || deviceTokens.hasTakenSlot(invited));
        return known ? stored(invited).map(this::of).orElse(null) : null;
    }

    /**
     * Returns the person with the number of their invitation's row, even if they were a newcomer when this request
     * came; empty if they have no slot.
     */
    private Optional<InvitedPerson> stored(InvitedPerson invited) {
        Optional<InvitedPerson> stored = invited.isNewcomer() ? invitations.find(invited) : Optional.of(invited);
        return stored.filter(person -> participants.find(person).isPresent());
    }

    /**
     * Returns the code: two groups of four characters, such as {@code 7KQ2-M4XD}, with 40 bits. It depends on the row,
     * so that a person who has everything erased and comes again by the same external ID gets another code.
     */
    private String of(InvitedPerson invited) {
        BigInteger bits =
                new BigInteger(1, key.digest("return-code " + invited.invitationId() + " " + invited.secretHash()));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "")
                    .append(DIGITS.charAt(bits.shiftRight(5 * i).intValue() & 31));
        }
        return code.toString();
    }

    /**
     * Checks a code. Spaces, hyphens and case don't matter, and O, I and L count as the digits that they look like.
     *
     * @throws Problem 403 if it is wrong, {@link Locked} if too many were wrong, 409 if no slot is taken yet
     */
    void check(InvitedPerson invited, String typed) {
        participants.requireAnswers(invited);
        if (invited.limited() && !attempts.count(invited)) {
            throw new Locked(attempts.left(invited));
        }
        if (!MessageDigest.isEqual(bytes(plain(typed)), bytes(plain(of(invited))))) {
            throw Problem.forbidden("code: is not the return code of this place.");
        }
        if (invited.limited()) {
            attempts.forget(invited);
        }
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    /** The 429 after too many wrong codes. */
    static class Locked extends Problem {

        private final Duration left;

        Locked(Duration left) {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many wrong return codes: try again in " + (left.toSeconds() + 59) / 60 + " minutes.");
            this.left = left;
            getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(left.toSeconds()));
        }

        /** Returns the minutes until the next attempt, at least 1. */
        long minutes() {
            return Math.max(1, (left.toSeconds() + 59) / 60);
        }
    }
}
