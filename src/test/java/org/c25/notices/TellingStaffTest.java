package org.c25.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.PostOffice;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Staff are told by e-mail what has happened in a set: what they have chosen, once, and not in a flood. */
@OnBothDatabases
class TellingStaffTest extends NoticesStory {

    private static final NoticeKind[] ALL = NoticeKind.choices().toArray(NoticeKind[]::new);

    private PostOffice.Letter last() {
        List<PostOffice.Letter> letters = OFFICE.letters();
        return letters.get(letters.size() - 1);
    }

    @Test
    void eachEventIsToldOnceOnItsWayFromTheFirstAnswerToTheLast() {
        adminWants(ALL);
        lookAndSend();
        assertThat(subjects()).isEmpty();

        Person anna = person(join());
        anna.answer(0, 1, 2, 3).expect(200);
        lookAndSend();
        lookAndSend();
        assertThat(subjects()).containsExactly("First answer: Set 1 of “Faces & feelings”");
        assertThat(last().to()).isEqualTo("boss@example.org");
        assertThat(last().body())
                .startsWith("The first answer has come in Set 1 of “Faces & feelings”.")
                .contains("/sets/" + set + "\n", page());

        Person ben = person(stalled());
        lookAndSend();
        assertThat(subjects()).hasSize(3).contains("Set full: Set 1 of “Faces & feelings”");
        assertThat(OFFICE.letters().get(1).body()).contains("is full: all 2 slots are taken.");
        assertThat(last().body()).startsWith("participant1 has stalled in Set 1");

        for (Person person : List.of(anna, ben)) {
            person.answer(0, 1, 2, 3).expect(200);
            person.answer(1, 1, 2, 3).expect(200);
            person.complete(2).expect(200);
        }
        lookAndSend();
        lookAndSend();
        assertThat(subjects()).hasSize(4);
        assertThat(last().body()).startsWith("All is complete in Set 1").contains("all 2 slots are finished.");
        assertThat(admin.get(page()).body()).contains("All complete", ": Set 1", "sent <time");
    }

    @Test
    void nobodyIsToldOfWhatTheyHaveNotChosenNorOfWhatWasBefore() {
        person(join()).answer(0, 1, 2, 3).expect(200);
        stalled();
        adminWants(NoticeKind.FIRST_ANSWER, NoticeKind.STALLED, NoticeKind.ALL_COMPLETE);

        lookAndSend();
        timePasses();
        lookAndSend();

        assertThat(subjects()).isEmpty();
    }

    @Test
    void newFlagsAreToldAndThoseFromBeforeAreNot() {
        study = lab.study(Map.of(
                "name", "Flags", "capacity", 2, "repeatShare", 0, "quality", Map.of("leastTrials", 20, "longRun", 6)));
        set = lab.openSet(study, 20);
        careless();
        adminWants(NoticeKind.FLAGGED);
        lookAndSend();
        assertThat(subjects()).isEmpty();

        careless();
        lookAndSend();
        lookAndSend();

        assertThat(subjects()).containsExactly("Flags: Set 1 of “Flags”");
        assertThat(last().body())
                .contains("participant1 (Too fast, Long run")
                .doesNotContain("participant0")
                .contains("/sets/" + set + "/quality");
    }

    private void careless() {
        Person person = person(join());
        for (int position = 0; position < 20; position++) {
            Map<String, Object> answer = Person.body(UUID.randomUUID().toString(), 1, 2, 3);
            answer.put("responseTimeMillis", 200);
            person.answer(position, answer).expect(200);
        }
    }

    @Test
    void aFloodComesAsOneNoticeOnceSomeMinutesAreOver() {
        study = lab.study(Map.of("name", "Many", "capacity", 4));
        set = lab.openSet(study, 2);
        adminWants(NoticeKind.STALLED);
        stalled();
        lookAndSend();
        for (int i = 0; i < 3; i++) {
            stalled();
            lookAndSend();
        }
        assertThat(subjects()).hasSize(1);

        timePasses();
        lookAndSend();
        lookAndSend();

        assertThat(subjects()).hasSize(2);
        assertThat(last().body())
                .startsWith(
                        "3 participants have stalled in Set 1 of “Many”: participant1, participant2, participant3.");
    }

    @Test
    void whoStallsAgainIsToldAgainAndAFullSetThatLosesSomebodyIsFullAnew() {
        adminWants(NoticeKind.STALLED, NoticeKind.SET_FULL);
        join();
        String token = stalled();
        lookAndSend();
        assertThat(subjects()).hasSize(2);

        person(token).answer(0, 1, 2, 3).expect(200);
        silence.of(token, 24.1);
        dropOuts.run();
        lab.release(set, 1);
        join();
        timePasses();
        lookAndSend();

        assertThat(subjects()).hasSize(3);
        assertThat(last().subject()).startsWith("Set full");
    }

    @Test
    void twoNodesAtOnceTellOnce() throws Exception {
        adminWants(ALL);
        addWebhook(hook.address(), ALL);
        person(join()).answer(0, 1, 2, 3).expect(200);
        stalled();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> looks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                looks.add(() -> {
                    lookAndSend();
                    return null;
                });
            }
            for (Future<Void> look : nodes.invokeAll(looks)) {
                look.get();
            }
        } finally {
            nodes.shutdown();
        }
        lookAndSend();

        assertThat(subjects()).hasSize(3).doesNotHaveDuplicates();
        assertThat(hook.calls()).hasSize(3);
        assertThat(states()).hasSize(6).allMatch(state -> state.endsWith(" SENT 1"));
    }

    @Test
    void aNoticeOfANodeThatDiedIsSentOnceItsTimeIsOver() {
        adminWants(NoticeKind.SET_FULL);
        join();
        join();
        job.look();
        jdbc.sql("update notice set attempts = 1, next_attempt_at = current_timestamp + interval '15' minute")
                .update();
        sender.sendDue();
        assertThat(subjects()).isEmpty();

        timePasses();
        sender.sendDue();

        assertThat(subjects()).hasSize(1);
    }

    @Test
    void aMailServerThatIsDownGetsTheNoticeLaterAndThePageSaysSo() {
        adminWants(NoticeKind.SET_FULL);
        join();
        join();
        OFFICE.close();
        lookAndSend();
        assertThat(states()).containsExactly("SET_FULL WAITING 1");
        assertThat(admin.get(page()).body()).contains("not taken yet, again at", "Connection refused");

        OFFICE.openAgain();
        sender.sendDue();
        assertThat(subjects()).as("before its time").isEmpty();
        timePasses();
        sender.sendDue();

        assertThat(subjects()).hasSize(1);
        assertThat(states()).containsExactly("SET_FULL SENT 2");
    }

    @Test
    void whoHasEverythingErasedIsToldOfNoMoreAndSeesWhatWasKept() {
        adminWants(NoticeKind.STALLED);
        String token = stalled();
        job.look();
        assertThat(person(token)
                        .data()
                        .expect(200)
                        .json()
                        .at("/kept/noticesToStaff/0/kind")
                        .asString())
                .isEqualTo("STALLED");

        person(token).withdraw().expect(204);
        lookAndSend();

        assertThat(subjects()).isEmpty();
        assertThat(states()).containsExactly("STALLED CANCELLED 1");
        assertThat(rows("notice_event") + rows("notice_content")).isZero();
    }

    @Test
    void nothingStaysOfWhoHasEverythingErasedAfterStaffWereTold() {
        adminWants(NoticeKind.STALLED);
        addWebhook(hook.address(), NoticeKind.STALLED);
        hook.answers(410);
        String token = stalled();
        lookAndSend();
        assertThat(states()).containsExactly("STALLED SENT 1", "STALLED FAILED 1");

        person(token).withdraw().expect(204);

        assertThat(rows("notice_event") + rows("notice_content")).isZero();
        String shown = admin.get(page()).body();
        assertThat(shown).contains("Stalled", ": Set 1").doesNotContain("participant0");
        admin.post(Visitor.found("action=\"([^\"]*/notices/[0-9]+/again)\"", shown), Map.of(), page());
        lookAndSend();
        assertThat(states()).containsExactly("STALLED SENT 1", "STALLED CANCELLED 1");
        assertThat(hook.calls()).hasSize(1);
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void anArchivedStudyTellsNothing() {
        adminWants(NoticeKind.SET_FULL);
        join();
        join();
        staff.post("/api/v1/studies/" + study + "/archiving").expect(204);

        lookAndSend();

        assertThat(subjects()).isEmpty();
    }

    @Test
    void whoChoosesNoMoreGetsNoMore() {
        adminWants(NoticeKind.SET_FULL);
        join();
        join();
        job.look();

        assertThat(choose(admin).body()).contains("You will get no e-mails about this study.");
        sender.sendDue();

        assertThat(subjects()).isEmpty();
        assertThat(states()).containsExactly("SET_FULL CANCELLED 0");
    }

    @Test
    void aTestNoticeComesAtOnceAndOneAtATime() {
        adminWants(NoticeKind.SET_FULL);
        String test = Visitor.found(
                "action=\"([^\"]*/receivers/[0-9]+/test)\"", admin.get(page()).body());

        assertThat(admin.post(test, Map.of(), page()).body()).contains("A test notice is on its way.");
        HttpResponse<String> again = admin.post(test, Map.of(), page());
        assertThat(again.body()).contains("A test notice is on its way already.");
        sender.sendDue();

        assertThat(last().body()).startsWith("This is a test. Notices of the study “Faces & feelings” arrive here.");
    }
}
