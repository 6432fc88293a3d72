package org.c25.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.common.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of accounts. */
@Component
class AccountRows {

    private static final String SELECT = """
            select id, name, password_hash, password_made_up, role, enabled, access_version, created_at, previewed_at,
                first_steps_away_at
            from account""";

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(AccountRows::account)
                .optional();
    }

    /** Finds an account and locks its row until the end of the transaction. */
    Optional<Account> findLocked(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> named(String name) {
        return jdbc.sql(SELECT + " where name = ?")
                .param(name)
                .query(AccountRows::account)
                .optional();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + " order by name").query(AccountRows::account).list();
    }

    boolean none() {
        return jdbc.sql("select id from account limit 1")
                .query(Long.class)
                .optional()
                .isEmpty();
    }

    /** Whether this account has never looked at a preview. */
    boolean hasNotPreviewed(long id) {
        return jdbc.sql("select id from account where id = ? and previewed_at is null")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Adds an account, and gives it its id.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if the name is taken
     */
    void insert(Account account) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into account
                            (name, password_hash, password_made_up, role, enabled, access_version, previewed_at,
                                first_steps_away_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        account.name(),
                        account.passwordHash(),
                        account.passwordMadeUp(),
                        account.role().name(),
                        account.enabled(),
                        account.accessVersion(),
                        moment(account.previewedAt()),
                        moment(account.firstStepsAwayAt()),
                        moment(account.createdAt()))
                .update(key, "id");
        account.isCalled(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** Writes what can change of an account that is locked. */
    void update(Account account) {
        jdbc.sql("""
                        update account
                        set password_hash = ?, password_made_up = ?, enabled = ?, access_version = ?, previewed_at = ?,
                            first_steps_away_at = ?
                        where id = ?""")
                .params(
                        account.passwordHash(),
                        account.passwordMadeUp(),
                        account.enabled(),
                        account.accessVersion(),
                        moment(account.previewedAt()),
                        moment(account.firstStepsAwayAt()),
                        account.id())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("password_made_up"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"),
                row.getInt("access_version"),
                Moments.in(row, "created_at"),
                Moments.inOrNull(row, "previewed_at"),
                Moments.inOrNull(row, "first_steps_away_at"));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
