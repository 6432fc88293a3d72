package org.c25.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.c25.audit.Audit;
import org.c25.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens with which scripts act for an account. */
@Service
@Transactional
public class ApiTokens {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param name what the token is for, 1 … 100 characters
     * @return the token, to be shown once
     */
    Secret create(Caller caller, String name) {
        if (name.isBlank() || name.length() > 100) {
            throw Problem.invalid("name", "says what the token is for, in 1 to 100 characters");
        }
        Secret secret = Secret.random();
        jdbc.sql("insert into api_token (account_id, name, secret_hash, created_at) values (?, ?, ?, ?)")
                .params(caller.accountId(), name.strip(), secret.hash(), now())
                .update();
        audit.record(caller.getUsername(), "token created", "account " + caller.getUsername(), name);
        return secret;
    }

    @Transactional(readOnly = true)
    List<ApiToken> of(Caller caller) {
        return jdbc.sql("select id, name, created_at from api_token"
                        + " where account_id = ? and revoked_at is null order by id")
                .param(caller.accountId())
                .query((row, n) -> new ApiToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @throws Problem if the caller has no such token */
    void revoke(Caller caller, long id) {
        int revoked = jdbc.sql(
                        "update api_token set revoked_at = ? where id = ? and account_id = ? and revoked_at is null")
                .params(now(), id, caller.accountId())
                .update();
        if (revoked == 0) {
            throw Problem.notFound("token");
        }
        audit.record(caller.getUsername(), "token revoked", "account " + caller.getUsername(), "token " + id);
    }

    /** Whom a token stands for, unless it is unknown or revoked or the account is disabled. */
    @Transactional(readOnly = true)
    Optional<Caller> callerOf(Secret secret) {
        return jdbc.sql("""
                        select a.id, a.name, a.role from api_token t join account a on a.id = t.account_id
                        where t.secret_hash = ? and t.revoked_at is null and a.enabled""")
                .param(secret.hash())
                .query((row, n) -> new Caller(
                        row.getLong("id"), row.getString("name"), Role.valueOf(row.getString("role")), true, null))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    record ApiToken(long id, String name, Instant createdAt) {}
}
