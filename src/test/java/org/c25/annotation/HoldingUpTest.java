package org.c25.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A set is paused, a study archived: nobody goes on, nothing on its way is lost, and who is done can finish. */
@OnBothDatabases
class HoldingUpTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private long study;
    private long set;
    private Visitor reader;
    private String home;
    private Person person;

    @BeforeEach
    void somebodyIsAtWork() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study(Map.of("repeatShare", 0, "contact", "lab@example.org"));
        set = lab.openSet(study, 3);
        String link = lab.invite(set, 1).get(0);
        person = new Person(Api.stranger(port), link);
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        reader = new Visitor(port);
        home = reader.get("/join/" + link).uri().getPath().replaceAll("(/p/[^/]+).*", "$1");
    }

    private void pause() {
        staff.post("/api/v1/sets/" + set + "/pause").expect(204);
    }

    private void archive() {
        staff.post("/api/v1/studies/" + study + "/archiving").expect(204);
    }

    @Test
    void whoIsAtWorkReadsThatThereIsAPauseAndGoesOnAfterIt() {
        pause();

        for (String page : List.of("", "/trials", "/trials/1", "/instructions", "/practice", "/questions", "/break")) {
            assertThat(reader.get(home + page).body())
                    .as(page)
                    .contains("The study is paused", "are kept", "lab@example.org", "/js/enrolment/deliver.js")
                    .contains("data-ref=\"" + home.substring(3) + "\"");
        }
        reader.get(home + "?language=ko");
        assertThat(reader.get(home).body()).contains("연구가 잠시 중단되었습니다");

        staff.delete("/api/v1/sets/" + set + "/pause").expect(204);
        assertThat(reader.get(home + "/trials").body()).contains("1/3");
    }

    @Test
    void duringAPauseNoTrialIsShownButAnAnswerOnItsWayIsTaken() {
        JsonNode second = person.trials().get(1);
        pause();

        person.trials("").expectProblem(409, "paused");
        person.get(second.get("image").asString()).expectProblem(409, "paused");
        assertThat(person.answer(1, 4, 5, 6).expect(200).number("answered")).isEqualTo(2);
        assertThat(person.answers().expect(200).json().size()).isEqualTo(2);
        assertThat(person.standing().expect(200).number("answered")).isEqualTo(2);
    }

    @Test
    void whoHasAnsweredEverythingFinishesDuringAPause() {
        pause();
        person.answer(1, 4, 5, 6).expect(200);
        person.answer(2, 4, 5, 6).expect(200);

        assertThat(reader.get(home + "/trials").body()).contains("All faces are rated");
        assertThat(reader.post(home + "/completion", Map.of(), home + "/trials").body())
                .contains("class=\"code\"");
        assertThat(reader.get(home).body()).as("and comes back to the code").contains("class=\"code\"");
    }

    @Test
    void whoWantsToLeaveLeavesDuringAPause() {
        pause();

        assertThat(reader.get(home + "/withdrawal").body()).doesNotContain("The study is paused");
        person.withdraw().expect(204);
        assertThat(reader.get(home).body()).contains("You have withdrawn");
    }

    @Test
    void nobodyJoinsDuringAPause() {
        pause();
        String link = lab.invite(set, 1).get(0);

        new Person(Api.stranger(port), link).consent().expectProblem(409, "paused");
        assertThat(new Visitor(port).get("/join/" + link).body()).contains("The study is paused");
        assertThat(lab.progress(set).get("participants").size()).isEqualTo(1);
    }

    @Test
    void aSetThatWasNeverOpenCanNotBePaused() {
        long draft = lab.draftSet(lab.study(), 2);

        staff.post("/api/v1/sets/" + draft + "/pause").expectProblem(409, "not been opened");
        staff.delete("/api/v1/sets/" + draft + "/pause").expect(204);
    }

    @Test
    void anArchivedStudyEndsForItsParticipantsAndKeepsWhatItHas() {
        archive();

        assertThat(reader.get(home + "/trials").body()).contains("The study has ended", "are kept");
        person.trials("").expectProblem(409, "ended");
        person.answer(1, 4, 5, 6).expect(200);
        new Person(Api.stranger(port), lab.invite(set, 1).get(0)).consent().expectProblem(409, "ended");
        assertThat(new String(lab.export(set, "expression_set1_C25.csv"))).contains("participant0");
        assertThat(staff.get("/api/v1/studies/" + study).text("state")).isEqualTo("ARCHIVED");
    }

    @Test
    void noSetOfAnArchivedStudyIsMadeOrOpenedUntilItIsTakenBack() {
        long other = lab.study();
        long draft = lab.draftSet(other, 2);
        staff.post("/api/v1/studies/" + other + "/archiving").expect(204);
        staff.post("/api/v1/studies/" + other + "/archiving").expect(204);

        staff.post("/api/v1/sets/" + draft + "/opening").expectProblem(409, "archived");
        staff.upload("/api/v1/studies/" + other + "/sets", Lab.parts(Lab.manifest(2), Lab.zip(2)))
                .expectProblem(409, "archived");

        staff.delete("/api/v1/studies/" + other + "/archiving").expect(204);
        lab.open(draft);
    }

    @Test
    void thePagesOfTheStaffPauseArchiveAndFilter() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String setPage = "/sets/" + set;
        String studyPage = "/studies/" + study;

        assertThat(admin.post(setPage + "/pause", Map.of(), setPage).body())
                .contains("The set is paused", "End the pause");
        assertThat(admin.post(setPage + "/resumption", Map.of(), setPage).body())
                .contains("The pause is over");
        assertThat(admin.post(studyPage + "/archiving", Map.of(), studyPage).body())
                .contains("This study is archived", "Take it out of the archive")
                .doesNotContain(">New set<");
        assertThat(admin.get("/studies").body()).doesNotContain("\"" + studyPage + "\"");
        assertThat(admin.get("/studies?archived=true").body()).contains("\"" + studyPage + "\"");
        admin.post(studyPage + "/unarchiving", Map.of(), studyPage);
        assertThat(admin.get("/studies").body()).contains("\"" + studyPage + "\"");
    }
}
