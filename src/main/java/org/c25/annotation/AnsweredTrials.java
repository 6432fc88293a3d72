package org.c25.annotation;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.c25.affect.Rating;
import org.c25.common.Moments;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.Trial;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the trials that a participant has answered so far, and those that are left. */
@Service
@Transactional(readOnly = true)
class AnsweredTrials {

    private final JdbcClient jdbc;
    private final RatingRows ratings;

    AnsweredTrials(JdbcClient jdbc, RatingRows ratings) {
        this.jdbc = jdbc;
        this.ratings = ratings;
    }

    /**
     * Refuses an answered trial to a person who has shown only a recruiter's link and external ID: they don't see
     * earlier answers.
     */
    void refuseAnswered(InvitedPerson invited, Participant participant, int position) {
        if (invited.limited() && ratings.revisions(participant, position) > 0) {
            invited.requireFull();
        }
    }

    /** Returns those of these trials that have no answer yet. */
    List<Trial> unanswered(Participant participant, List<Trial> trials) {
        if (trials.isEmpty()) {
            return trials;
        }
        Set<Integer> answered = Set.copyOf(jdbc.sql("""
                        select position from rating
                        where participant_id = ? and position between ? and ?""")
                .params(
                        participant.id(),
                        trials.get(0).position(),
                        trials.get(trials.size() - 1).position())
                .query(Integer.class)
                .list());
        return trials.stream()
                .filter(trial -> !answered.contains(trial.position()))
                .toList();
    }

    /** Returns how many trials after this one have an answer. */
    int answeredAfter(Participant participant, int position) {
        return jdbc.sql("select count(*) from rating where participant_id = ? and position > ?")
                .params(participant.id(), position)
                .query(Integer.class)
                .single();
    }

    /** Returns the latest answer to a trial, if there is one. */
    Optional<Rating> latest(Participant participant, int position) {
        return jdbc.sql("""
                        select expression, valence, arousal from rating
                        where participant_id = ? and position = ?""")
                .params(participant.id(), position)
                .query((row, n) -> Optional.ofNullable(Annotations.rating(row)))
                .optional()
                .flatMap(rating -> rating);
    }

    /** Returns everything that a participant has answered, in order of trial and revision. */
    List<OwnAnswer> ownAnswers(Participant participant) {
        return jdbc.sql("select id, position, revision, expression, valence, arousal, recorded_at, "
                        + Annotations.PARADATA
                        + " from annotation where participant_id = ? order by position, revision")
                .param(participant.id())
                .query((row, n) -> new OwnAnswer(
                        row.getObject("id", UUID.class),
                        row.getInt("position"),
                        row.getInt("revision"),
                        Annotations.rating(row),
                        Annotations.paradata(row),
                        Moments.in(row, "recorded_at")))
                .list();
    }

    /**
     * Returns the first trial without an answer. Trials whose picture was reported come after all the others.
     *
     * @param after the position after which a trial with a reported picture has to come
     */
    Optional<Integer> next(Participant participant, int after) {
        BitSet answered = new BitSet();
        BitSet reported = new BitSet();
        jdbc.sql("""
                        select position, 0 as is_report from rating where participant_id = :participant
                        union all
                        select position, 1 as is_report from picture_report where participant_id = :participant""").param("participant", participant.id()).query(row -> {
            (row.getInt("is_report") == 1 ? reported : answered).set(row.getInt("position"));
        });
        BitSet later = (BitSet) answered.clone();
        later.or(reported);
        int first = later.nextClearBit(0);
        reported.andNot(answered);
        return first < participant.trials()
                ? Optional.of(first)
                : reported.stream().filter(position -> position > after).boxed().findFirst();
    }

    /** Returns the answered trials nearest to a trial, before and after it. */
    Around around(Participant participant, int position) {
        return jdbc.sql("""
                        select max(case when position < ? then position end) as back,
                            min(case when position > ? then position end) as until
                        from rating where participant_id = ?""")
                .params(position, position, participant.id())
                .query((row, n) -> {
                    Integer until = row.getObject("until", Integer.class);
                    return new Around(
                            row.getObject("back", Integer.class), until == null ? participant.trials() : until);
                })
                .single();
    }

    /** Returns the positions of the trials that have no answer. */
    List<Integer> missing(Participant participant) {
        BitSet missing = new BitSet();
        missing.set(0, participant.trials());
        jdbc.sql("select position from rating where participant_id = ?")
                .param(participant.id())
                .query(Integer.class)
                .list()
                .forEach(missing::clear);
        return missing.stream().boxed().toList();
    }

    /**
     * The answered trials nearest to one.
     *
     * @param back the last answered one before it; null if there is none
     * @param until the first answered one after it, or the number of trials: the trials between have no answer, so a
     *     page can go on to them without asking the server which comes next
     */
    record Around(@Nullable Integer back, int until) {}
}
