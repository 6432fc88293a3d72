package org.c25.recruiting;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.c25.invitations.ExternalIdKey;
import org.c25.invitations.InvitationsDeleted;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.SetInvitations;
import org.c25.mail.EmailAddress;
import org.c25.participation.Ineligibility;
import org.c25.participation.JoinedPeople;
import org.c25.participation.ParticipantWithdrew;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sure that one person has a slot in one set of a study alone, if the study wants it so. Two people are taken for
 * the same one if they have the same e-mail address or the same external ID, of which an HMAC is kept.
 */
@Component
public class OneSetPerPerson {

    private final JdbcClient jdbc;
    private final SetInvitations invitations;
    private final JoinedPeople joined;
    private final ExternalIds externalIds;
    private final ExternalIdKey key;
    private final Sets sets;

    OneSetPerPerson(
            JdbcClient jdbc,
            SetInvitations invitations,
            JoinedPeople joined,
            ExternalIds externalIds,
            ExternalIdKey key,
            Sets sets) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.joined = joined;
        this.sets = sets;
        this.externalIds = externalIds;
        this.key = key;
    }

    /**
     * Whether the person has a slot by another invitation. Slots taken before the study limited people to one set
     * count, too.
     */
    boolean hasSlot(StudyView study, long invitationId, @Nullable String email, @Nullable ExternalId id) {
        return id != null && externalIds.hasPlaceInStudy(study, invitationId, id)
                || email != null && hasPlaceByEmail(study, invitationId, email);
    }

    private boolean hasPlaceByEmail(StudyView study, long invitationId, String email) {
        List<Long> others = invitations.withEmail(sets.idsOf(study.id()), comparable(email)).stream()
                .filter(id -> id != invitationId)
                .toList();
        return joined.anyBy(others);
    }

    /**
     * Notes that the person takes a slot, in the transaction that takes it. If they do so twice at the same moment, the
     * second waits here for the first, and is refused or goes on when the transaction of the first ends.
     *
     * @throws org.c25.common.Problem 409 if the person has a slot by another invitation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(StudyView study, InvitedPerson invited, @Nullable String email, @Nullable ExternalId id) {
        TreeSet<String> known = new TreeSet<>(); // The order is the same for all, so that no two wait for each other.
        if (id != null) {
            known.add(externalIds.hmac(study, id));
        }
        if (email != null) {
            known.add(key.hmac("e-mail " + study.id() + " " + comparable(email)));
        }
        try {
            for (String hmac : known) {
                jdbc.sql("insert into study_place (study_id, person_hmac, invitation_id) values (?, ?, ?)")
                        .params(study.id(), hmac, invited.invitationId())
                        .update();
            }
        } catch (DuplicateKeyException e) {
            throw Ineligibility.ELSEWHERE.problem();
        }
    }

    private static String comparable(String email) {
        return EmailAddress.in(email)
                .map(EmailAddress::comparable)
                .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
    }

    /** Forgets the slot of somebody who leaves and has everything erased: they can come again, as anybody can. */
    @EventListener
    void erase(ParticipantWithdrew left) {
        jdbc.sql("delete from study_place where invitation_id = ?")
                .param(left.invitationId())
                .update();
    }

    /** Forgets the slots of invitations that are deleted together with their set. */
    @EventListener
    void erase(InvitationsDeleted deleted) {
        deleted.invitationIds()
                .forEach(id -> jdbc.sql("delete from study_place where invitation_id = ?")
                        .param(id)
                        .update());
    }
}
