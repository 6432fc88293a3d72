package org.c25.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.c25.audit.Audit;
import org.c25.common.Bookkeeping;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tokens with which scripts act for an account. A token ends when the account gets another password. */
@Service
@Transactional
public class ApiTokens {

    private static final Duration ENDED_LATELY = Duration.ofDays(30);
    private static final Duration USES_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String SELECT = """
            select t.id, a.name as account, t.name, t.created_at, t.last_used_at, t.revoked_at, t.end_reason
            from api_token t join account a on a.id = t.account_id""";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param name what the token is for, 1 … 100 characters
     * @return the token, to be shown once
     * @throws Problem 401 if the caller's password was changed meanwhile, or their account disabled
     */
    Secret create(Caller caller, String name) {
        if (name.isBlank() || name.length() > 100) {
            throw Problem.invalid("name", "say what the token is for, in 1 to 100 characters");
        }
        // The account's row is locked, as it is wherever tokens are ended, so that no token outlives that.
        int accessVersion = jdbc.sql("select access_version from account where id = ? for update")
                .param(caller.accountId())
                .query(Integer.class)
                .single();
        if (accessVersion != caller.accessVersion()) {
            throw Problem.unauthorized("Your password was changed meanwhile. Sign in again.");
        }
        Secret secret = Secret.random();
        jdbc.sql("insert into api_token (account_id, name, secret_hash, created_at) values (?, ?, ?, ?)")
                .params(caller.accountId(), name.strip(), secret.hash(), now())
                .update();
        audit.record(caller.getUsername(), "token created", "account " + caller.getUsername(), name);
        return secret;
    }

    /** Returns the caller's tokens that work. */
    @Transactional(readOnly = true)
    List<ApiToken> of(Caller caller) {
        return jdbc.sql(SELECT + " where t.account_id = ? and t.revoked_at is null order by t.id")
                .param(caller.accountId())
                .query(ApiTokens::token)
                .list();
    }

    /**
     * Returns the caller's tokens that ended within the last 30 days, the last one first, 20 at most. Those that the
     * caller revoked are left out.
     */
    @Transactional(readOnly = true)
    List<ApiToken> endedLately(Caller caller) {
        return jdbc.sql(SELECT
                        + " where t.account_id = ? and t.revoked_at > ? and t.end_reason <> 'REVOKED'"
                        + " order by t.revoked_at desc, t.id limit 20")
                .params(caller.accountId(), now().minus(ENDED_LATELY))
                .query(ApiTokens::token)
                .list();
    }

    /** Returns the tokens that the caller may revoke: an admin everybody's, an experimenter their own. */
    @Transactional(readOnly = true)
    List<ApiToken> visibleTo(Caller caller) {
        if (!caller.isAdmin()) {
            return of(caller);
        }
        return jdbc.sql(SELECT + " where t.revoked_at is null order by a.name, t.id")
                .query(ApiTokens::token)
                .list();
    }

    /**
     * Revokes a token.
     *
     * @throws Problem 404 if the caller may see no such token that works
     */
    void revoke(Caller caller, long id) {
        ApiToken token = jdbc.sql(SELECT + " where t.id = ? and t.revoked_at is null and (t.account_id = ? or ?)")
                .params(id, caller.accountId(), caller.isAdmin())
                .query(ApiTokens::token)
                .optional()
                .orElseThrow(() -> Problem.notFound("token"));
        boolean own = token.account().equals(caller.getUsername());
        int revoked = jdbc.sql(
                        "update api_token set revoked_at = ?, end_reason = ? where id = ? and revoked_at is null")
                .params(now(), (own ? ApiToken.End.REVOKED : ApiToken.End.REVOKED_BY_ADMIN).name(), id)
                .update();
        if (revoked == 0) {
            throw Problem.notFound("token");
        }
        audit.record(
                caller.getUsername(),
                "token revoked",
                "account " + token.account(),
                "token " + id + ", " + token.name());
    }

    /** Ends all tokens of an account and returns how many there were. The account's row has to be locked. */
    int endAll(long account, ApiToken.End why) {
        return jdbc.sql(
                        "update api_token set revoked_at = ?, end_reason = ? where account_id = ? and revoked_at is null")
                .params(now(), why.name(), account)
                .update();
    }

    /**
     * Returns the account that a token acts for; empty if the token is unknown or has ended, or the account is
     * disabled.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Optional<Caller> callerOf(Secret secret) {
        Optional<Used> used = jdbc.sql("""
                        select t.id as token, t.last_used_at, a.id, a.name, a.role, a.access_version
                        from api_token t join account a on a.id = t.account_id
                        where t.secret_hash = ? and t.revoked_at is null and a.enabled""")
                .param(secret.hash())
                .query((row, n) -> new Used(
                        row.getLong("token"),
                        Moments.inOrNull(row, "last_used_at"),
                        new Caller(
                                row.getLong("id"),
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                true,
                                row.getInt("access_version"),
                                null)))
                .optional();
        used.ifPresent(one -> Bookkeeping.note("The use of an API token", () -> note(one)));
        return used.map(Used::caller);
    }

    /** Notes when the token was used, once a minute at most, since a script calls often. */
    private void note(Used used) {
        OffsetDateTime before = now().minus(USES_NOTED_EVERY);
        if (used.lastUsedAt() == null || used.lastUsedAt().isBefore(before.toInstant())) {
            jdbc.sql(
                            "update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
                    .params(now(), used.token(), before)
                    .update();
        }
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        String end = row.getString("end_reason");
        return new ApiToken(
                row.getLong("id"),
                row.getString("account"),
                row.getString("name"),
                Moments.in(row, "created_at"),
                Moments.inOrNull(row, "last_used_at"),
                Moments.inOrNull(row, "revoked_at"),
                end == null ? null : ApiToken.End.valueOf(end));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Used(long token, @Nullable Instant lastUsedAt, Caller caller) {}
}
