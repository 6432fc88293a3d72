package org.c25.enrolment;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.ExternalIdKey;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The code by which somebody whom a recruiter sent shows on another device that they are the same person. It is computed
 * from the invitation and a key in the data folder, so the database holds nothing that tells it.
 *
 * <p>Five wrong ones lock it for a quarter of an hour, by the database's clock, for whoever has shown nothing but link and
 * ID. Each attempt is counted before it is compared: of many at once, five are looked at.
 */
@Component
class ReturnCodes {

    /** Crockford's Base32: no I, L, O or U, which are taken for others. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int MOST_ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final ExternalIdKey key;
    private final Participants participants;
    private final DeviceTokens deviceTokens;

    ReturnCodes(JdbcClient jdbc, ExternalIdKey key, Participants participants, DeviceTokens deviceTokens) {
        this.jdbc = jdbc;
        this.key = key;
        this.participants = participants;
        this.deviceTokens = deviceTokens;
    }

    /** What the person may read; null for who needs none, has no place, or has still to show who they are. */
    @Nullable
    String shownTo(InvitedPerson invited) {
        boolean known = invited.recruited() && (!invited.limited() || deviceTokens.hasTakenPlace(invited));
        return known ? stored(invited).map(this::of).orElse(null) : null;
    }

    /** With the number of the invitation's row, also for who was a newcomer when this request came; empty without a place. */
    private Optional<InvitedPerson> stored(InvitedPerson invited) {
        return jdbc.sql("""
                        select i.id from participant p join invitation i on i.id = p.invitation_id
                        where i.secret_hash = ?""")
                .param(invited.secretHash())
                .query(Long.class)
                .optional()
                .map(invited::stored);
    }

    /**
     * Two groups of four, such as {@code 7KQ2-M4XD}: 40 bits. It depends on the row, so that who has everything erased and
     * comes anew by the same ID has another one.
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
     * Tries a code; spaces, hyphens and case don't matter, and O, I and L are taken for the digits that they look like.
     *
     * @throws Problem 403 if it is wrong, {@link Locked} if too many were, 409 if no place is taken yet
     */
    void check(InvitedPerson invited, String typed) {
        participants.requireAnswers(invited);
        if (invited.limited()) {
            count(invited);
        }
        if (!MessageDigest.isEqual(bytes(plain(typed)), bytes(plain(of(invited))))) {
            throw Problem.forbidden("code: is not the return code of this place.");
        }
        if (invited.limited()) {
            jdbc.sql("update invitation set code_attempts = 0, code_attempts_until = null where id = ?")
                    .param(invited.invitationId())
                    .update();
        }
    }

    private void count(InvitedPerson invited) {
        int counted =
                jdbc.sql("""
                        update invitation set
                            code_attempts = case when code_attempts_until > current_timestamp
                                then code_attempts + 1 else 1 end,
                            code_attempts_until = current_timestamp + interval '15' minute
                        where id = ? and (code_attempts < ? or code_attempts_until is null
                            or code_attempts_until <= current_timestamp)""").params(invited.invitationId(), MOST_ATTEMPTS).update();
        if (counted == 0) {
            throw new Locked(left(invited));
        }
    }

    private Duration left(InvitedPerson invited) {
        return jdbc.sql("select code_attempts_until, current_timestamp as present from invitation where id = ?")
                .param(invited.invitationId())
                .query((row, n) -> {
                    OffsetDateTime present = row.getObject("present", OffsetDateTime.class);
                    OffsetDateTime until = row.getObject("code_attempts_until", OffsetDateTime.class);
                    return until == null || until.isBefore(present) ? Duration.ZERO : Duration.between(present, until);
                })
                .single()
                .plusSeconds(1);
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

    /** 429: too many wrong codes of late. */
    static class Locked extends Problem {

        private final Duration left;

        Locked(Duration left) {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many wrong return codes: try again in " + (left.toSeconds() + 59) / 60 + " minutes.");
            this.left = left;
            getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(left.toSeconds()));
        }

        /** Minutes until the next attempt, at least 1. */
        long minutes() {
            return Math.max(1, (left.toSeconds() + 59) / 60);
        }
    }
}
