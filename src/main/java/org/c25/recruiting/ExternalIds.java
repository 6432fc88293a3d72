package org.c25.recruiting;

import org.c25.invitations.ExternalIdKey;
import org.c25.invitations.InvitationsDeleted;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.participation.ParticipantWithdrew;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which external IDs have a slot in a set: one ID takes one slot, however many links it comes by. Only an HMAC of
 * each ID is kept, apart from participants and answers. Somebody who has the key can find out whether a given ID took
 * part; without the key nobody can find out anything, not even whether somebody took part in two studies.
 */
@Component
public class ExternalIds {

    private final JdbcClient jdbc;
    private final ExternalIdKey key;
    private final Sets sets;

    ExternalIds(JdbcClient jdbc, ExternalIdKey key, Sets sets) {
        this.jdbc = jdbc;
        this.key = key;
        this.sets = sets;
    }

    /** Whether the ID has a slot in the set already, by another invitation than this one. */
    boolean hasSlot(StudyView study, long setId, long invitationId, ExternalId id) {
        return jdbc.sql("select count(*) from outside_id where set_id = ? and id_hmac = ? and invitation_id <> ?")
                        .params(setId, hmac(study, id), invitationId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the ID has a slot in any set of the study, by another invitation than this one. */
    boolean hasPlaceInStudy(StudyView study, long invitationId, ExternalId id) {
        return jdbc.sql("""
                        select count(*) from outside_id
                        where set_id in (:sets) and id_hmac = :id and invitation_id <> :own""")
                        .param("sets", sets.idsOf(study.id()))
                        .param("id", hmac(study, id))
                        .param("own", invitationId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the slot of this invitation belongs to another ID. */
    public boolean isAnothers(StudyView study, InvitedPerson invited, ExternalId id) {
        return jdbc.sql("select id_hmac from outside_id where invitation_id = ?")
                .param(invited.invitationId())
                .query(String.class)
                .optional()
                .filter(known -> !known.equals(hmac(study, id)))
                .isPresent();
    }

    /**
     * Notes that the ID takes a slot, in the transaction that takes it. If many come at once with one ID, all wait here
     * for the first, and are refused or go on when the transaction of the first ends.
     *
     * @throws org.c25.common.Problem 409 if the ID has a slot by another invitation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(StudyView study, InvitedPerson invited, ExternalId id) {
        try {
            jdbc.sql("insert into outside_id (invitation_id, set_id, id_hmac) values (?, ?, ?)")
                    .params(invited.invitationId(), invited.setId(), hmac(study, id))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Ineligibility.TWICE.problem();
        }
    }

    /** Forgets the ID of somebody who leaves and has everything erased: they can come again, as anybody can. */
    @EventListener
    void erase(ParticipantWithdrew left) {
        jdbc.sql("delete from outside_id where invitation_id = ?")
                .param(left.invitationId())
                .update();
    }

    /** Forgets the IDs of invitations that are deleted together with their set. */
    @EventListener
    void erase(InvitationsDeleted deleted) {
        deleted.invitationIds()
                .forEach(id -> jdbc.sql("delete from outside_id where invitation_id = ?")
                        .param(id)
                        .update());
    }

    /**
     * Returns the secret of the invitation to which an ID leads by a set's recruiting link. It is the same at any time
     * and on any device, and kept nowhere.
     */
    public Secret secret(long setId, ExternalId id) {
        return Secret.of(key.digest("invitation " + setId + " " + id.text()));
    }

    /**
     * Returns the HMAC of an ID. It depends on the study, too: the HMACs of one person's ID in two studies have nothing
     * in common.
     */
    String hmac(StudyView study, ExternalId id) {
        return key.hmac(study.id() + " " + id.text()); // An ID has no space, so no two pairs make one text.
    }
}
