package org.c25.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.PersonalRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of how a person came, waited and left. */
@Configuration(proxyBeanMethods = false)
class EnrolmentRecords {

    @Bean
    PersonalRecords linkRecords(JdbcClient jdbc) {
        return new OfInvitation(jdbc, "link", "invitation", """
                select i.email as "emailAddress", i.created_at as "madeAt", i.opened_at as "firstOpenedAt",
                    i.reminded_at as "lastRemindedAt", i.revoked_at as "revokedAt", i.public_address as "address",
                    i.recruiting_link_id is not null as "cameByRecruitingLink", l.created_at as "recruitingLinkMadeAt",
                    i.sealed_secret is not null as "secretKeptSealed"
                from invitation i left join recruiting_link l on l.id = i.recruiting_link_id where i.id = ?""");
    }

    @Bean
    PersonalRecords recruiterIdRecords(JdbcClient jdbc) {
        return new OfInvitation(jdbc, "recruiterId", "outside_id", """
                select 'scrambled' as "kept", id_hmac as "scrambled" from outside_id where invitation_id = ?""");
    }

    @Bean
    PersonalRecords studyPlaceRecords(JdbcClient jdbc) {
        return new OfInvitation(jdbc, "onePlaceInTheStudy", "study_place", """
                select 'scrambled' as "kept", person_hmac as "scrambled" from study_place where invitation_id = ?""");
    }

    @Bean
    PersonalRecords waitingRecords(JdbcClient jdbc) {
        return new OfInvitation(jdbc, "waitingList", "waiting", """
                select since as "since", offered_until as "offeredUntil" from waiting where invitation_id = ?""");
    }

    @Bean
    PersonalRecords stepRecords(JdbcClient jdbc) {
        return new OfParticipant(jdbc, "steps", "participant", """
                select questions_at as "questionsAt", practised_at as "practisedAt", closing_at as "closingQuestionsAt",
                    held_until as "heldUpUntil", completed_at as "completedAt", completion_code as "completionCode"
                from participant where id = ?""");
    }

    @Bean
    PersonalRecords leavingRecords(JdbcClient jdbc) {
        return new OfParticipant(jdbc, "leaving", "withdrawal", """
                select withdrawn_at as "leftAt", reason as "reason", remark as "remark"
                from withdrawal where participant_id = ?""");
    }

    private record OfInvitation(JdbcClient jdbc, String name, String table, String query) implements PersonalRecords {

        @Override
        public Set<String> tables() {
            return Set.of(table);
        }

        @Override
        public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
            return PersonalRecords.rows(jdbc, query, invited.invitationId());
        }
    }

    private record OfParticipant(JdbcClient jdbc, String name, String table, String query) implements PersonalRecords {

        @Override
        public Set<String> tables() {
            return Set.of(table);
        }

        @Override
        public List<Map<String, Object>> of(Participant participant, InvitedPerson invited) {
            return PersonalRecords.rows(jdbc, query, participant.id());
        }
    }
}
