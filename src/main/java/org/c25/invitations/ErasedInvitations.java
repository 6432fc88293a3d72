package org.c25.invitations;

import org.c25.security.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the person from an invitation, when they left and had everything erased. The invitation stays, with nothing of
 * the person.
 */
@Component
public class ErasedInvitations {

    private final JdbcClient jdbc;

    ErasedInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(InvitedPerson invited) {
        jdbc.sql("""
                        update invitation set withdrawn = true, email = null, live_email = null, sealed_secret = null
                        where id = ?""").param(invited.invitationId()).update();
        // After this nothing leads from a recruiter's ID to this row: whoever comes again with it is a newcomer.
        jdbc.sql("""
                        update invitation set secret_hash = ?, place_taken_with = null
                        where id = ? and recruiting_link_id is not null""").params(Secret.random().hash(), invited.invitationId()).update();
    }

    public boolean isErased(InvitedPerson invited) {
        return jdbc.sql("select withdrawn from invitation where id = ?")
                .param(invited.invitationId())
                .query(Boolean.class)
                .optional()
                .orElse(false); // A newcomer has no invitation yet.
    }

    /**
     * Whether there was surely no participation by this invitation's address before, of which everything was erased.
     * Only people who came by a recruiting link can begin anew at the same address. Nothing leads from an erased
     * participation to its person; but if nobody who came by this set's links before had theirs erased, there was none.
     */
    public boolean noneBefore(InvitedPerson invited) {
        return !invited.recruited() || !anyBefore(invited);
    }

    /** Whether anybody who came by a recruiting link of the set before this person had everything erased. */
    private boolean anyBefore(InvitedPerson invited) {
        return jdbc.sql("""
                        select count(*) from invitation
                        where set_id = ? and id < ? and withdrawn and recruiting_link_id is not null""")
                        .params(invited.setId(), invited.isNewcomer() ? Long.MAX_VALUE : invited.invitationId())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
