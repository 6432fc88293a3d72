package org.c25.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.c25.studies.StudyView;
import org.c25.web.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of a recruiter's IDs have a place in a set: one ID takes one place, whatever number of links it comes by. Kept is
 * an HMAC of each, apart from participants and answers. With the key it can be told whether a given ID took part; without
 * it nothing can, not even whether somebody took part in two studies.
 */
@Component
class OutsideIds {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final OutsideIdKey key;

    OutsideIds(JdbcClient jdbc, OutsideIdKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Whether the ID has a place in the set already. */
    boolean hasPlace(StudyView study, long setId, OutsideId id) {
        return jdbc.sql("select count(*) from outside_id where set_id = ? and id_hmac = ?")
                        .params(setId, hmac(study, id))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether this invitation's place belongs to another ID. */
    boolean isAnothers(StudyView study, Invited invited, OutsideId id) {
        return jdbc.sql("select id_hmac from outside_id where invitation_id = ?")
                .param(invited.invitationId())
                .query(String.class)
                .optional()
                .filter(known -> !known.equals(hmac(study, id)))
                .isPresent();
    }

    /**
     * Notes that the ID takes a place, in the transaction that takes it. Of many at once with one ID, all wait here for
     * the first, and are refused or go on as that one's transaction ends.
     *
     * @throws Problem 409 if the ID has a place by another invitation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void claim(StudyView study, Invited invited, OutsideId id) {
        try {
            jdbc.sql("insert into outside_id (invitation_id, set_id, id_hmac) values (?, ?, ?)")
                    .params(invited.invitationId(), invited.setId(), hmac(study, id))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict(
                    "This ID has a place in the set already, by another invitation. Go on with that one.");
        }
    }

    /** Whoever leaves and has everything erased can come again, as anybody can. */
    @EventListener
    void erase(ParticipantWithdrew left) {
        jdbc.sql("delete from outside_id where invitation_id = (select invitation_id from participant where id = ?)")
                .param(left.participantId())
                .update();
    }

    /** Of the study, too: the same person's IDs in two studies have nothing in common. */
    private String hmac(StudyView study, OutsideId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            // An ID has no space, so no two pairs make one text.
            return HexFormat.of()
                    .formatHex(mac.doFinal((study.id() + " " + id.text()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
