package org.c25.participation;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many people and answers something touches, to be told before it is done. */
@Component
@Transactional(readOnly = true)
public class AffectedPeople {

    private final JdbcClient jdbc;

    AffectedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Stake ofInvitation(long invitationId) {
        return of("p.invitation_id = ?", invitationId);
    }

    public Stake ofSet(long setId) {
        return of("p.set_id = ?", setId);
    }

    public Stake ofStudy(long studyId) {
        return of("p.set_id in (select s.id from image_set s where s.study_id = ?)", studyId);
    }

    private Stake of(String whose, long id) {
        return jdbc.sql("""
                        select count(case when p.status = 'AT_WORK' then 1 end) as at_work,
                            count(case when p.status in ('COMPLETED', 'REPLACED') then 1 end) as done,
                            count(*) as people,
                            coalesce(sum(p.answered), 0) as answers
                        from participant p where\s""" + whose)
                .param(id)
                .query((row, n) -> new Stake(
                        row.getInt("at_work"), row.getInt("done"), row.getInt("people"), row.getLong("answers")))
                .single();
    }

    /**
     * @param atWork people who have a place and have not finished; @param done who have finished
     * @param people all of whom there are answers or a place, also by files
     * @param answers of all of them, each trial counted once
     */
    public record Stake(int atWork, int done, int people, long answers) {

        /** Such as {@code 3 people are at work, 12 have finished; they have given 1,204 answers.} */
        public String words() {
            if (people == 0) {
                return "Nobody has begun, and there is no answer.";
            }
            return String.format(
                    Locale.ROOT,
                    "%s at work, %d %s finished; %s in all.",
                    atWork == 1 ? "1 person is" : atWork + " people are",
                    done,
                    done == 1 ? "has" : "have",
                    answers(answers));
        }

        static String answers(long count) {
            return count == 1 ? "1 answer" : String.format(Locale.ROOT, "%,d answers", count);
        }
    }
}
