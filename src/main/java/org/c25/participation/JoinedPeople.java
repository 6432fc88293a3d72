package org.c25.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the people who took a slot, by their invitations. */
@Component
@Transactional(readOnly = true)
public class JoinedPeople {

    private static final String SELECT =
            "select invitation_id, slot_number, status, answered, stalled_at, locale from participant where ";

    private final JdbcClient jdbc;

    JoinedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the people of a set by the ids of their invitations. It leaves out people whose answers were imported:
     * they have no invitation.
     */
    public Map<Long, JoinedPerson> of(long setId) {
        Map<Long, JoinedPerson> people = new HashMap<>();
        jdbc.sql(SELECT + "set_id = ? and invitation_id is not null")
                .param(setId)
                .query(row -> {
                    people.put(row.getLong("invitation_id"), map(row, 0));
                });
        return people;
    }

    /**
     * Returns the person who came by this invitation; empty if they have not taken a slot, or had everything erased.
     */
    public Optional<JoinedPerson> by(long invitationId) {
        return jdbc.sql(SELECT + "invitation_id = ?")
                .param(invitationId)
                .query(JoinedPeople::map)
                .optional();
    }

    /** Whether anybody took a slot by one of these invitations. */
    public boolean anyBy(Collection<Long> invitationIds) {
        return !invitationIds.isEmpty()
                && jdbc.sql("select count(*) from participant where invitation_id in (:invitations)")
                                .param("invitations", invitationIds)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private static JoinedPerson map(ResultSet row, int n) throws SQLException {
        String locale = row.getString("locale");
        return new JoinedPerson(
                row.getInt("slot_number"),
                ParticipantStatus.valueOf(row.getString("status")),
                row.getInt("answered") > 0,
                row.getObject("stalled_at") != null,
                locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale));
    }
}
