package org.c25.participation;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.c25.security.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets hours go by for one participant: whatever is known of them is put back. */
public final class Silence {

    private final JdbcClient jdbc;

    public Silence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void of(String token, double hours) {
        OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(Math.round(hours * 3600));
        jdbc.sql("update participant set consented_at = ?, seen_at = ?,"
                        + " held_until = case when held_until is null then null else cast(? as timestamp with time zone) end"
                        + " where id = ?")
                .params(then, then, then, id(token))
                .update();
    }

    public long id(String token) {
        return jdbc.sql("""
                        select p.id from participant p join invitation i on i.id = p.invitation_id
                        where i.secret_hash = ?""").param(new Secret(token).hash()).query(Long.class).single();
    }

    public String status(String token) {
        return column("status", token);
    }

    boolean isStalled(String token) {
        return column("case when stalled_at is null then 'no' else 'yes' end", token)
                .equals("yes");
    }

    String column(String expression, String token) {
        return jdbc.sql("select " + expression + " from participant where id = ?")
                .param(id(token))
                .query(String.class)
                .single();
    }
}
