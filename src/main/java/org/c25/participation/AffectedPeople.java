package org.c25.participation;

import java.util.List;
import org.c25.common.Numbers;
import org.c25.sets.Sets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the people and answers that a step touches, so that staff are told before they do it. */
@Component
@Transactional(readOnly = true)
public class AffectedPeople {

    private final JdbcClient jdbc;
    private final Sets sets;

    AffectedPeople(JdbcClient jdbc, Sets sets) {
        this.jdbc = jdbc;
        this.sets = sets;
    }

    public Stake ofInvitation(long invitationId) {
        return of("invitation_id", List.of(invitationId));
    }

    public Stake ofSet(long setId) {
        return of("set_id", List.of(setId));
    }

    public Stake ofStudy(long studyId) {
        List<Long> all = sets.idsOf(studyId);
        return all.isEmpty() ? Stake.NOBODY : of("set_id", all);
    }

    private Stake of(String column, List<Long> ids) {
        return jdbc.sql("""
                        select count(case when p.status = 'AT_WORK' then 1 end) as at_work,
                            count(case when p.status in ('COMPLETED', 'REPLACED') then 1 end) as done,
                            count(*) as people,
                            coalesce(sum(p.answered), 0) as answers
                        from participant p where p.# in (:ids)""".replace("#", column))
                .param("ids", ids)
                .query((row, n) -> new Stake(
                        row.getInt("at_work"), row.getInt("done"), row.getInt("people"), row.getLong("answers")))
                .single();
    }

    /**
     * @param atWork the number of people who have a slot and have not finished
     * @param done the number of people who have finished
     * @param people the number of all people with a row here, those whose answers came from a file included
     * @param answers the number of answers of all of them, each trial counted once
     */
    public record Stake(int atWork, int done, int people, long answers) {

        static final Stake NOBODY = new Stake(0, 0, 0, 0);

        /** Returns a sentence such as {@code 3 people are at work, 12 have finished; 1,204 answers in all.} */
        public String words() {
            if (people == 0) {
                return "Nobody has begun, and there is no answer.";
            }
            return Numbers.count(atWork, "person is", "people are") + " at work, "
                    + Numbers.count(done, "has", "have") + " finished; " + Numbers.count(answers, "answer")
                    + " in all.";
        }
    }
}
