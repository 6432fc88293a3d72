package org.c25.recruiting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.security.SealedSecrets;
import org.c25.security.Secret;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the secret of each study with which its recruiter signs whom it sends. It is shown once to the person who makes
 * it, and kept sealed; no copy of the study and no protocol file has it. A new secret replaces the old one at once.
 */
@Service
class SigningSecrets {

    private static final int LEAST_CHARACTERS = 16;
    private static final int MOST_CHARACTERS = 200;

    private final JdbcClient jdbc;
    private final Studies studies;
    private final SealedSecrets seal;
    private final Audit audit;
    private final Clock clock;

    SigningSecrets(JdbcClient jdbc, Studies studies, SealedSecrets seal, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.studies = studies;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the secret.
     *
     * @param wanted a secret that the recruiter has already, 16 … 200 characters; null or blank to have one made
     * @return the secret with which the recruiter signs from now on
     * @throws Problem 404 if there is no such study that the caller may see, 422 if the wanted secret is unfit
     */
    @Transactional
    String set(Caller caller, long studyId, @Nullable String wanted) {
        studies.require(caller, studyId);
        String secret = wanted == null || wanted.isBlank() ? Secret.random().text() : wanted.strip();
        if (secret.length() < LEAST_CHARACTERS
                || secret.length() > MOST_CHARACTERS
                || !secret.matches("[\\x21-\\x7e]+")) {
            throw Problem.invalid(
                    "secret",
                    "16 to 200 letters, digits and signs of ASCII, without spaces; leave it empty to have one made");
        }
        String sealed = seal.seal(secret, place(studyId));
        if (!replace(studyId, sealed)) {
            insert(studyId, sealed);
        }
        audit.record(caller.getUsername(), "signing secret set", "study " + studyId, "");
        return secret;
    }

    private boolean replace(long studyId, String sealed) {
        return jdbc.sql("update signing_secret set sealed = ?, made_at = ? where study_id = ?")
                        .params(sealed, clock.instant().atOffset(ZoneOffset.UTC), studyId)
                        .update()
                > 0;
    }

    private void insert(long studyId, String sealed) {
        try {
            jdbc.sql("insert into signing_secret (study_id, sealed, made_at) values (?, ?, ?)")
                    .params(studyId, sealed, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("Somebody else has set the secret at the same moment.");
        }
    }

    /**
     * Removes the secret: nothing that the recruiter signs is accepted any more.
     *
     * @throws Problem 404 if there is none
     */
    @Transactional
    void remove(Caller caller, long studyId) {
        studies.require(caller, studyId);
        int removed = jdbc.sql("delete from signing_secret where study_id = ?")
                .param(studyId)
                .update();
        if (removed == 0) {
            throw Problem.notFound("signing secret");
        }
        audit.record(caller.getUsername(), "signing secret removed", "study " + studyId, "");
    }

    /** Returns when the present secret was set; empty if there is none. */
    @Transactional(readOnly = true)
    Optional<Instant> setAt(Caller caller, long studyId) {
        studies.require(caller, studyId);
        return jdbc.sql("select made_at from signing_secret where study_id = ?")
                .param(studyId)
                .query((row, n) -> Moments.in(row, "made_at"))
                .optional();
    }

    /** Returns the secret itself, for verifying signatures; empty if there is none, or if it can't be opened. */
    @Transactional(readOnly = true)
    Optional<String> of(long studyId) {
        return jdbc.sql("select sealed from signing_secret where study_id = ?")
                .param(studyId)
                .query(String.class)
                .optional()
                .flatMap(kept -> seal.openText(kept, place(studyId)));
    }

    private static String place(long studyId) {
        return "study " + studyId;
    }
}
