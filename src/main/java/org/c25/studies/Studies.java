package org.c25.studies;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.protocol.JwksAddresses;
import org.c25.protocol.JwtSettings;
import org.c25.protocol.Protocol;
import org.c25.protocol.ProtocolChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The studies, as far as the caller may see them: an admin sees every one, an experimenter their own. */
@Service
@Transactional
public class Studies {

    private static final int MOST_CONSENT_CHARACTERS = 20_000;

    private final StudyRepository studies;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final JwksAddresses keyAddresses;
    private final TransactionOperations transaction;
    private final Audit audit;
    private final Clock clock;

    Studies(
            StudyRepository studies,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            JwksAddresses keyAddresses,
            TransactionOperations transaction,
            Audit audit,
            Clock clock) {
        this.studies = studies;
        this.jdbc = jdbc;
        this.events = events;
        this.keyAddresses = keyAddresses;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a study.
     *
     * @throws Problem 422 if its recruiter's keys can't be fetched from the address in the protocol
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public StudyView create(Caller caller, Protocol protocol) {
        keyAddresses.check(jwt(protocol)); // Checked before the transaction: it may ask name servers.
        return Objects.requireNonNull(transaction.execute(status -> keep(caller, protocol)));
    }

    private static @Nullable JwtSettings jwt(Protocol protocol) {
        return protocol.recruiter() == null ? null : protocol.recruiter().jwt();
    }

    private StudyView keep(Caller caller, Protocol protocol) {
        StudyView study = studies.saveAndFlush(new Study(caller.accountId(), protocol, clock.instant()))
                .view();
        keepConsentText(study.id(), study.consentVersion(), protocol.consent());
        audit.record(caller.getUsername(), "study created", "study " + study.id(), study.name());
        return study;
    }

    /**
     * Stores a new consent text, in Markdown, for everyone who has not consented yet; the earlier ones are kept.
     *
     * @param text at most 20,000 characters; empty for the built-in text
     * @return its version, from 1; the present one if the text has not changed
     * @throws Problem 404 if there is no such study that the caller may see, 422 if the text is too long
     */
    public int askConsentTo(Caller caller, long id, String text) {
        if (text.length() > MOST_CONSENT_CHARACTERS) {
            throw Problem.invalid("text", "at most 20,000 characters");
        }
        return change(caller, id, null, present -> present.asking(text)).consentVersion();
    }

    /**
     * Changes the protocol of a study, for everybody who begins from now on.
     *
     * @param seen the version that the caller started from; null to change whatever is there
     * @param wanted makes the new protocol from the present one
     * @throws Problem 404 if there is no such study that the caller may see, 412 if it has been changed since, 409
     *     naming each field that is frozen, 422 if its recruiter's keys can't be fetched from the address in the
     *     protocol
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    StudyView change(Caller caller, long id, @Nullable Integer seen, UnaryOperator<Protocol> wanted) {
        Objects.requireNonNull(transaction.execute(status -> newKeys(seen(caller, id, seen), wanted)))
                .ifPresent(keyAddresses::check);
        return Objects.requireNonNull(transaction.execute(status -> keep(caller, seen(caller, id, seen), wanted)));
    }

    private Study seen(Caller caller, long id, @Nullable Integer seen) {
        Study study = locked(caller, id);
        if (seen != null) {
            study.requireVersion(seen);
        }
        return study;
    }

    /** Returns the settings for keys in the wanted protocol, if they are not those that the study has already. */
    private static Optional<JwtSettings> newKeys(Study study, UnaryOperator<Protocol> wanted) {
        Protocol before = study.view().protocol();
        return Optional.ofNullable(jwt(wanted.apply(before))).filter(keys -> !keys.equals(jwt(before)));
    }

    private StudyView keep(Caller caller, Study study, UnaryOperator<Protocol> wanted) {
        StudyView before = study.view();
        long id = before.id();
        Protocol protocol = wanted.apply(before.protocol());
        if (protocol.equals(before.protocol())) {
            return before;
        }
        study.change(protocol);
        StudyView after = studies.saveAndFlush(study).view();
        String changed = String.join(", ", ProtocolChanges.fields(before.protocol(), protocol));
        if (after.consentVersion() != before.consentVersion()) {
            keepConsentText(id, after.consentVersion(), protocol.consent());
            changed += " (version " + after.consentVersion() + " of the consent text)";
        }
        audit.record(caller.getUsername(), "protocol changed", "study " + id, changed);
        return after;
    }

    /** Archives a study: nothing of it can be begun, and all that is there stays. It may be called again. */
    void archive(Caller caller, long id) {
        Study study = locked(caller, id);
        if (!study.view().archived()) {
            study.archive(clock.instant());
            audit.record(caller.getUsername(), "study archived", "study " + id, "");
        }
    }

    void unarchive(Caller caller, long id) {
        Study study = locked(caller, id);
        if (study.view().archived()) {
            study.unarchive();
            events.publishEvent(new StudyUnarchived(id));
            audit.record(caller.getUsername(), "study unarchived", "study " + id, "");
        }
    }

    /** Returns the study, locked: changes wait for one another, and for the first answer. */
    private Study locked(Caller caller, long id) {
        return studies.findLockedById(id)
                .filter(found -> caller.isAdmin() || found.view().ownerId() == caller.accountId())
                .orElseThrow(() -> Problem.notFound("study"));
    }

    /**
     * Freezes a study: an answer is in, and from now on all that would change its meaning stays as it is. It is to be
     * called with the first answer of each participant, in the transaction that stores it. Except for the first time,
     * it only reads one row.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(long id) {
        studies.freeze(id, clock.instant());
    }

    private void keepConsentText(long studyId, int version, String text) {
        jdbc.sql("insert into consent_text (study_id, version, text, created_at) values (?, ?, ?, ?)")
                .params(studyId, version, text, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns every consent text of a study that the caller may see, the latest first. */
    @Transactional(readOnly = true)
    List<ConsentText> consentTexts(long studyId) {
        return jdbc.sql("select version, text, created_at from consent_text where study_id = ? order by version desc")
                .param(studyId)
                .query((row, n) ->
                        new ConsentText(row.getInt("version"), row.getString("text"), Moments.in(row, "created_at")))
                .list();
    }

    /**
     * A consent text of a study.
     *
     * @param version the version, from 1
     * @param text the text in Markdown, empty for the built-in text
     */
    public record ConsentText(int version, String text, Instant createdAt) {}

    @Transactional(readOnly = true)
    public List<StudyView> visibleTo(Caller caller) {
        List<Study> seen = caller.isAdmin()
                ? studies.findAllByOrderByIdDesc()
                : studies.findAllByOwnerIdOrderByIdDesc(caller.accountId());
        return seen.stream().map(Study::view).toList();
    }

    /**
     * Returns a study.
     *
     * @throws Problem 404 if there is no such study that the caller may see
     */
    @Transactional(readOnly = true)
    public StudyView require(Caller caller, long id) {
        return (caller.isAdmin() ? studies.findById(id) : studies.findByIdAndOwnerId(id, caller.accountId()))
                .map(Study::view)
                .orElseThrow(() -> Problem.notFound("study"));
    }

    /** Whether a study has ended. */
    public boolean isArchived(long id) {
        return jdbc.sql("select count(archived_at) from study where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Returns a study for a participant, who comes to it by an invitation. */
    @Transactional(readOnly = true)
    public StudyView ofInvited(long id) {
        return studies.findById(id).map(Study::view).orElseThrow(() -> Problem.notFound("study"));
    }
}
