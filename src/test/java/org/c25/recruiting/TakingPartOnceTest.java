package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.c25.invitations.ParticipantCookie;
import org.c25.security.Secret;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each person may have a place in one set of the study alone. */
@OnBothDatabases
class TakingPartOnceTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    private long study(boolean oneSetEach) {
        return lab.study(Map.of(
                "repeatShare",
                0,
                "recruiter",
                Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                "recruitment",
                Map.of("oneSetEach", oneSetEach)));
    }

    private long set(long study, int number) {
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(2), Lab.zip(2)));
        parts.put("number", String.valueOf(number));
        long set = staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        lab.open(set);
        return set;
    }

    private String invite(long set, String email) {
        return staff.post("/api/v1/sets/" + set + "/invitations", Map.of("emails", List.of(email)))
                .expect(201)
                .json()
                .get(0)
                .get("token")
                .asString();
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private static Map<String, Object> consent(String outsideId) {
        return Map.of("accepted", true, "locale", "en", "outsideId", outsideId);
    }

    private int kept(long study) {
        return jdbc.sql("select count(*) from study_place where study_id = ?")
                .param(study)
                .query(Integer.class)
                .single();
    }

    @Test
    void anIdHasOnePlaceInTheStudyUntilItIsErased() {
        long study = study(true);
        String first = lab.invite(set(study, 1), 1).get(0);
        List<String> second = lab.invite(set(study, 2), 2);
        person(first).consent(consent("somebody")).expect(200);

        person(second.get(0)).consent(consent("somebody")).expectProblem(409, "You are taking part already");
        person(second.get(1)).consent(consent("somebody else")).expectFault(422, "outsideId");
        person(second.get(1)).consent(consent("somebody-else")).expect(200);

        person(first).consent(consent("somebody")).expect(200);
        person(first).withdraw().expect(204);
        assertThat(kept(study)).isEqualTo(1);
        person(second.get(0)).consent(consent("somebody")).expect(200);
    }

    @Test
    void anAddressHasOnePlaceInTheStudyHoweverItIsWritten() {
        long study = study(true);
        long one = set(study, 1);
        String first = invite(one, "Ada.L@Example.org");
        String second = invite(set(study, 2), "ada.l@example.org");
        String again = invite(set(study, 3), "ADA.L@example.org");
        person(first).consent().expect(200);

        person(second).consent().expectProblem(409, "You are taking part already");
        person(again).consent().expectProblem(409, "You are taking part already");
        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + second);
        String home = ParticipantCookie.home(new Secret(second));
        assertThat(visitor.get(home + "?language=en").body())
                .contains("You are taking part already", "with another link")
                .doesNotContain("I agree");

        person(first).withdraw().expect(204);
        assertThat(kept(study)).isZero();
        assertThat(visitor.get(home).body()).contains("I agree");
        person(second).consent().expect(200);
    }

    @Test
    void theRecruitingLinkOfASecondSetSaysSoBeforeAnythingIsKept() {
        long study = study(true);
        person(lab.invite(set(study, 1), 1).get(0)).consent(consent("somebody")).expect(200);
        long second = set(study, 2);
        String url = staff.post("/api/v1/sets/" + second + "/recruiting-link")
                .expect(201)
                .text("url");

        Api.Answer answer = Api.stranger(port)
                .get(url.substring(url.indexOf("/recruit/")) + "?PROLIFIC_PID=somebody")
                .expect(409);

        assertThat(answer.body()).contains("You are taking part already", "with another link");
        assertThat(jdbc.sql("select count(*) from invitation where set_id = ?")
                        .param(second)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void linksOfTwoSetsAtTheSameMomentGiveOnePlace() throws Exception {
        long study = study(true);
        long one = set(study, 1);
        long two = set(study, 2);
        for (int round = 0; round < 5; round++) {
            String id = "somebody-" + round;
            String email = "ada" + round + "@example.org";
            List<String> tokens = List.of(
                    lab.invite(one, 1).get(0), lab.invite(two, 1).get(0), invite(one, email), invite(two, email));

            List<Integer> statuses = AtOnce.all(List.<Callable<Integer>>of(
                    () -> person(tokens.get(0)).consent(consent(id)).status(),
                    () -> person(tokens.get(1)).consent(consent(id)).status(),
                    () -> person(tokens.get(2)).consent().status(),
                    () -> person(tokens.get(3)).consent().status()));

            assertThat(statuses.subList(0, 2)).containsExactlyInAnyOrder(200, 409);
            assertThat(statuses.subList(2, 4)).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(kept(study)).isEqualTo(10);
    }

    @Test
    void whoJoinedBeforeTheStudyWantedItSoIsKnownAllTheSame() {
        long study = study(false);
        String id = lab.invite(set(study, 1), 1).get(0);
        String address = invite(set(study, 2), "ada@example.org");
        person(id).consent(consent("somebody")).expect(200);
        person(address).consent().expect(200);
        long third = set(study, 3);
        List<String> tokens = List.of(lab.invite(third, 1).get(0), invite(third, "ADA@example.org"));
        jdbc.sql(
                        "update study set design = replace(design, '\"oneSetEach\":false', '\"oneSetEach\":true') where id = ?")
                .param(study)
                .update();

        person(tokens.get(0)).consent(consent("somebody")).expectProblem(409, "You are taking part already");
        person(tokens.get(1)).consent().expectProblem(409, "You are taking part already");
    }

    @Test
    void otherwiseEverySetTakesEverybody() {
        long study = study(false);
        for (int number = 1; number <= 2; number++) {
            long set = set(study, number);
            person(lab.invite(set, 1).get(0)).consent(consent("somebody")).expect(200);
            person(invite(set, "ada@example.org")).consent().expect(200);
        }

        assertThat(kept(study)).isZero();
    }
}
