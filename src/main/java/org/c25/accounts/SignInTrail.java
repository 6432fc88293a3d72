package org.c25.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.c25.audit.Audit;
import org.c25.audit.AuditEvent;
import org.c25.audit.AuditEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes sign-ins, refusals and sign-outs into the audit trail. The delays limit how often an account can be refused.
 * For names that no account has, a node writes at most {@value #REFUSALS_A_MINUTE} refusals a minute, and says how many
 * it left out.
 */
@Component
@Transactional
class SignInTrail {

    private static final int REFUSALS_A_MINUTE = 30;
    private static final String SOMEBODY = "somebody";

    private final Audit audit;
    private final AuditEvents events;
    private final Clock clock;

    private Instant minute = Instant.EPOCH;
    private int refusals;
    private long leftOut;

    SignInTrail(Audit audit, AuditEvents events, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void signedIn(String account, Origin origin) {
        audit.record(account, "signed in", "account " + account, origin.words());
    }

    void signedOut(String account, Origin origin) {
        audit.record(account, "signed out", "account " + account, "from " + origin.address());
    }

    /**
     * Writes that a password was refused.
     *
     * @param account the account's name; null for a name that no account has: it may be a password, and is not written
     *     down
     * @param why the reason, such as {@code 3 wrong passwords in a row}
     */
    void refused(@Nullable String account, Origin origin, String why) {
        if (account != null) {
            audit.record(SOMEBODY, "sign-in refused", "account " + account, origin.words() + ": " + why);
            return;
        }
        long before = beforeThis();
        if (before >= 0) {
            String others = before == 0 ? "" : "; " + before + " more such refusals are not written down";
            audit.record(SOMEBODY, "sign-in refused", "an unknown account", origin.words() + ": " + why + others);
        }
    }

    /** Returns how many refusals were left out before this one; −1 if this one is left out, too. */
    private synchronized long beforeThis() {
        Instant now = clock.instant();
        if (Duration.between(minute, now).toSeconds() >= 60) {
            minute = now;
            refusals = 0;
        }
        if (refusals == REFUSALS_A_MINUTE) {
            leftOut++;
            return -1;
        }
        refusals++;
        long before = leftOut;
        leftOut = 0;
        return before;
    }

    /** Returns the last sign-ins, refusals and sign-outs of an account, the latest first. */
    public List<AuditEvent> last(String account, int count) {
        return events.last("account " + account, List.of("signed in", "sign-in refused", "signed out"), count);
    }
}
