package org.c25.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.studies.StudyView;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is told of a study: the accounts that want e-mails, and the webhooks. */
@Service
@Transactional
class NoticeTargets {

    private static final String SELECT =
            "select id, study_id, account_id, host, public_address from notice_target where ";

    private final JdbcClient jdbc;
    private final NoticeChoices choices;
    private final PublicAddress address;
    private final Audit audit;
    private final Clock clock;

    NoticeTargets(JdbcClient jdbc, NoticeChoices choices, PublicAddress address, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the studies of which somebody is told. */
    @Transactional(readOnly = true)
    List<Long> studies() {
        return jdbc.sql("""
                        select distinct t.study_id from notice_target t join notice_choice c on c.target_id = t.id
                        order by t.study_id""").query(Long.class).list();
    }

    @Transactional(readOnly = true)
    List<NoticeTarget> of(long studyId) {
        return jdbc.sql(SELECT + "study_id = ? order by id")
                .param(studyId)
                .query(this::map)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<NoticeTarget> find(long id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(this::map).optional();
    }

    @Transactional(readOnly = true)
    Optional<NoticeTarget> ofAccount(StudyView study, Caller caller) {
        return of(study.id()).stream()
                .filter(target -> Long.valueOf(caller.accountId()).equals(target.accountId()))
                .findFirst();
    }

    /** Returns the studies of which an account is told, by what it is told of. */
    @Transactional(readOnly = true)
    List<NoticeTarget> ofAccount(Caller caller) {
        return jdbc.sql(SELECT + "account_id = ? order by study_id desc")
                .param(caller.accountId())
                .query(this::map)
                .list();
    }

    /** Sets what the caller is told of a study by e-mail, of all that happens from now on. */
    void choose(Caller caller, StudyView study, Collection<NoticeKind> wanted) {
        long id = ofAccount(study, caller)
                .map(NoticeTarget::id)
                .orElseGet(() -> insert(study.id(), caller, caller.accountId(), null, null, null));
        lock(id);
        choices.set(id, wanted);
        audit.record(caller.getUsername(), "notices chosen", "study " + study.id(), names(wanted));
    }

    /**
     * Adds a webhook.
     *
     * @param host as much of its address as pages show
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long add(
            Caller caller,
            StudyView study,
            String host,
            String sealedAddress,
            String sealedSecret,
            Collection<NoticeKind> wanted) {
        long id = insert(study.id(), caller, null, host, sealedAddress, sealedSecret);
        choices.set(id, wanted);
        audit.record(caller.getUsername(), "webhook added", "study " + study.id(), host + ": " + names(wanted));
        return id;
    }

    private static String names(Collection<NoticeKind> kinds) {
        return String.join(", ", kinds.stream().map(NoticeKind::name).toList());
    }

    private long insert(
            long studyId,
            Caller caller,
            @Nullable Long accountId,
            @Nullable String host,
            @Nullable String sealedAddress,
            @Nullable String sealedSecret) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            insert into notice_target (study_id, account_id, host, sealed_address, sealed_secret,
                                public_address, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            studyId,
                            accountId,
                            host,
                            sealedAddress,
                            sealedSecret,
                            address.known().orElse(null),
                            caller.getUsername(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("You have chosen at another page at the same moment.");
        }
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Removes a webhook, with all notices to it. */
    void remove(Caller caller, StudyView study, NoticeTarget webhook) {
        lock(webhook.id()); // Nobody writes another notice to it meanwhile.
        for (String rows : List.of("notice_content", "notice", "notice_choice")) {
            jdbc.sql("delete from " + rows + " where target_id = ?")
                    .param(webhook.id())
                    .update();
        }
        jdbc.sql("delete from notice_target where id = ?").param(webhook.id()).update();
        audit.record(caller.getUsername(), "webhook removed", "study " + study.id(), String.valueOf(webhook.host()));
    }

    private void lock(long target) {
        jdbc.sql("select id from notice_target where id = ? for update")
                .param(target)
                .query(Long.class)
                .optional();
    }

    private NoticeTarget map(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        long account = row.getLong("account_id");
        Long accountId = row.wasNull() ? null : account;
        return new NoticeTarget(
                id,
                row.getLong("study_id"),
                accountId,
                row.getString("host"),
                row.getString("public_address"),
                choices.of(id));
    }
}
