package org.c25.annotation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Participants;
import org.c25.participation.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the reports of pictures that could not be shown. Their trials come last, so that nobody rates a face that they
 * have not seen. A trial with a report can still be answered, since the picture may load later.
 */
@Service
@Transactional
class PictureReports {

    static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final Participants participants;
    private final Trials trials;
    private final AnsweredTrials answered;
    private final Clock clock;

    PictureReports(JdbcClient jdbc, Participants participants, Trials trials, AnsweredTrials answered, Clock clock) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.trials = trials;
        this.answered = answered;
        this.clock = clock;
    }

    /**
     * Records that a picture failed to load. The first report of a trial stays as it is.
     *
     * @param participation the participation in which the picture was missing; null where the client does not say
     * @return whether this is the first report of this trial
     * @throws Problem 404 if there is no such trial, 409 if the person has no slot, or it was in another participation
     */
    boolean record(InvitedPerson invited, int position, String reason, @Nullable String participation) {
        Participant participant = participants.lock(invited, participation);
        trials.require(participant, position);
        answered.refuseAnswered(invited, participant, position);
        if (has(participant, position)) {
            return false;
        }
        jdbc.sql(
                        "insert into picture_report (participant_id, position, reported_at, reason, set_id) values (?, ?, ?, ?, ?)")
                .params(
                        participant.id(),
                        position,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        reason,
                        participant.setId())
                .update();
        return true;
    }

    @Transactional(readOnly = true)
    boolean has(Participant participant, int position) {
        return jdbc.sql("select count(*) from picture_report where participant_id = ? and position = ?")
                        .params(participant.id(), position)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Returns the positions of all trials whose picture this person reported. */
    @Transactional(readOnly = true)
    List<Integer> of(Participant participant) {
        return jdbc.sql("select position from picture_report where participant_id = ? order by position")
                .param(participant.id())
                .query(Integer.class)
                .list();
    }

    /** Returns how many trials with a report have no answer yet. */
    @Transactional(readOnly = true)
    int open(Participant participant) {
        return jdbc.sql("""
                        select count(*) from picture_report r where r.participant_id = ? and not exists (
                            select 1 from rating a
                            where a.participant_id = r.participant_id and a.position = r.position)""").param(participant.id()).query(Integer.class).single();
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        jdbc.sql("delete from picture_report where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }
}
