package org.c25.invitations;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.common.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads all invitations of a set at once. */
@Component
@Transactional(readOnly = true)
public class SetInvitations {

    private final JdbcClient jdbc;

    SetInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all invitations, newest first, also those of people who came by a recruiting link. */
    public List<InvitationView> of(long setId) {
        return jdbc.sql("""
                        select id, email, created_at, opened_at, reminded_at, revoked_at, recruiting_link_id is not null as recruited,
                            email is not null and sealed_secret is not null and revoked_at is null as reachable, withdrawn
                        from invitation where set_id = ? order by id desc""")
                .param(setId)
                .query((row, n) -> new InvitationView(
                        row.getLong("id"),
                        row.getString("email"),
                        Moments.in(row, "created_at"),
                        Moments.inOrNull(row, "opened_at"),
                        Moments.inOrNull(row, "reminded_at"),
                        Moments.inOrNull(row, "revoked_at"),
                        row.getBoolean("recruited"),
                        row.getBoolean("reachable"),
                        row.getBoolean("withdrawn")))
                .list();
    }

    /** An invitation whose link works. */
    public record Working(long id, @Nullable String email) {}

    /** Returns the invitations that are not revoked, by the hash of their secret. */
    public Map<String, Working> workingByHash(long setId) {
        Map<String, Working> working = new HashMap<>();
        jdbc.sql("select id, email, secret_hash from invitation where set_id = ? and revoked_at is null")
                .param(setId)
                .query(row -> {
                    working.put(row.getString("secret_hash"), new Working(row.getLong("id"), row.getString("email")));
                });
        return working;
    }

    /**
     * Returns the ids of the invitations that are not revoked.
     *
     * @param revokedLinks recruiting links whose people are left out, too
     */
    public Set<Long> working(long setId, Collection<Long> revokedLinks) {
        Set<Long> working = new HashSet<>();
        jdbc.sql("select id, recruiting_link_id from invitation where set_id = ? and revoked_at is null")
                .param(setId)
                .query(row -> {
                    Long link = row.getObject("recruiting_link_id", Long.class);
                    if (link == null || !revokedLinks.contains(link)) {
                        working.add(row.getLong("id"));
                    }
                });
        return working;
    }

    /** Returns the ids of the invitations of people who came by a recruiting link. */
    public Set<Long> recruited(long setId) {
        return Set.copyOf(jdbc.sql("select id from invitation where set_id = ? and recruiting_link_id is not null")
                .param(setId)
                .query(Long.class)
                .list());
    }

    /**
     * Returns the addresses for which staff made invitations, by the invitation's id; invitations without an address
     * are left out.
     */
    public Map<Long, String> emails(long setId) {
        Map<Long, String> emails = new HashMap<>();
        jdbc.sql("select id, email from invitation where set_id = ? and email is not null")
                .param(setId)
                .query(row -> {
                    emails.put(row.getLong("id"), row.getString("email"));
                });
        return emails;
    }

    /**
     * Returns the ids of the invitations for an address.
     *
     * @param setIds at least one
     * @param comparable the address in lower case, without spaces around it
     */
    public List<Long> withEmail(Collection<Long> setIds, String comparable) {
        return jdbc.sql("select id from invitation where set_id in (:sets) and lower(trim(email)) = :email")
                .param("sets", setIds)
                .param("email", comparable)
                .query(Long.class)
                .list();
    }
}
