package org.c25.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.c25.security.Secret;
import org.c25.studies.Studies;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Locks;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody stops coming: they are stalled after a day, and after three their slot goes to the next one. */
@RecordApplicationEvents
@OnBothDatabases
class DroppingOutTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    DropOutJob job;

    @Autowired
    Stalls stalls;

    @Autowired
    Studies studies;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    private Api staff;
    private Lab lab;
    private Silence silence;
    private long study;
    private long set;
    private String token;
    private Person person;

    @BeforeEach
    void somebodyIsAtWork() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        silence = new Silence(jdbc);
        study = lab.study(Map.of("capacity", 1, "repeatShare", 0));
        set = lab.openSet(study, 3);
        token = lab.invite(set, 1).get(0);
        person = person(token);
        person.consent().expect(200);
        person.answer(0, 5, 9, 9).expect(200);
    }

    private Person person(String link) {
        return new Person(Api.stranger(port), link);
    }

    private long stalls() {
        return events.stream(ParticipantStalled.class)
                .filter(stalled -> stalled.participantId() == silence.id(token))
                .count();
    }

    @Test
    void whoIsSilentIsStalledOnceAndAnAnswerEndsIt() {
        silence.of(token, 23.9);
        job.run();
        assertThat(silence.isStalled(token)).isFalse();

        silence.of(token, 24.1);
        job.run();
        job.run();
        assertThat(silence.isStalled(token)).isTrue();
        assertThat(stalls()).isEqualTo(1);

        person.answer(1, 1, 2, 3).expect(200);
        assertThat(silence.isStalled(token)).isFalse();
        silence.of(token, 24.1);
        job.run();
        assertThat(stalls()).as("a second stall").isEqualTo(2);
    }

    @Test
    void aVisitEndsAStallToo() {
        Visitor visitor = new Visitor(port);
        List<Runnable> visits =
                List.of(() -> visitor.get("/join/" + token), () -> person.trials(), () -> person.data());
        for (Runnable visit : visits) {
            silence.of(token, 30);
            job.run();
            assertThat(silence.isStalled(token)).isTrue();

            visit.run();
            assertThat(silence.isStalled(token)).isFalse();
            job.run();
            assertThat(silence.isStalled(token)).isFalse();
        }
    }

    @Test
    void aSignOfLifeIsWrittenOnceAMinute() {
        silence.of(token, 0.5 / 60);
        String before = silence.column("cast(seen_at as varchar)", token);
        person.trials();
        assertThat(silence.column("cast(seen_at as varchar)", token)).isEqualTo(before);

        silence.of(token, 2.0 / 60);
        String older = silence.column("cast(seen_at as varchar)", token);
        person.trials();
        assertThat(silence.column("cast(seen_at as varchar)", token)).isNotEqualTo(older);
    }

    @Test
    void duringAPauseNobodyIsSilentAndAfterItEverybodyHasTheFullTime() {
        silence.of(token, 24.1);
        job.run();
        silence.of(token, 100);
        staff.post("/api/v1/sets/" + set + "/pause").expect(204);
        job.run();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");

        staff.delete("/api/v1/sets/" + set + "/pause").expect(204);
        job.run();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");
        assertThat(silence.isStalled(token)).isFalse();
        silence.of(token, 24.1);
        job.run();
        assertThat(silence.isStalled(token)).isTrue();
    }

    @Test
    void anArchivedStudyReleasesNobodyNorDoesTheMomentAtWhichItGoesOn() {
        staff.post("/api/v1/studies/" + study + "/archiving").expect(204);
        silence.of(token, 100);
        job.run();
        assertThat(silence.isStalled(token)).isFalse();

        staff.delete("/api/v1/studies/" + study + "/archiving").expect(204);
        job.run();
        assertThat(silence.isStalled(token)).isFalse();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");
    }

    @Test
    void aSlotIsReleasedAndWhatWasAnsweredStaysOutsideOfEveryFile() {
        silence.of(token, 71.9);
        job.run();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");
        person(lab.invite(set, 1).get(0)).consent().expectProblem(409, "full");

        silence.of(token, 72.1);
        job.run();
        job.run();

        assertThat(silence.status(token)).isEqualTo("RELEASED");
        assertThat(events.stream(SlotReleased.class).filter(released -> released.participantId() == silence.id(token)))
                .hasSize(1);
        JsonNode progress = lab.progress(set);
        assertThat(progress.get("participants")).isEmpty();
        assertThat(progress.get("completed").asInt()).isZero();
        assertThat(new String(lab.export(set, "expression_set1_C1.csv"))).doesNotContain(",5\r\n");
        assertThat(answers(token)).isEqualTo(1);

        Person next = person(lab.invite(set, 1).get(0));
        assertThat(next.consent().expect(200).number("participant")).isZero();
        next.answer(0, 3, 1, 1).expect(200);
        assertThat(new String(lab.export(set, "expression_set1_C1.csv")))
                .containsOnlyOnce(",3\r\n")
                .doesNotContain(",5\r\n");
        JsonNode slot =
                staff.get("/api/v1/sets/" + set + "/slots/0").expect(200).json();
        assertThat(slot.get("kept").asInt()).isEqualTo(1);
        assertThat(slot.get("history")
                        .valueStream()
                        .map(event -> event.get("what").asString()))
                .containsExactly("TAKEN", "STALLED", "RELEASED", "TAKEN");
    }

    private int answers(String link) {
        return jdbc.sql("select count(*) from annotation where participant_id = ?")
                .param(silence.id(link))
                .query(Integer.class)
                .single();
    }

    @Test
    void whoWasSilentWhileNoServerRanIsRemindedFirstAndHasTimeToCome() {
        DropOutJob afterADowntime = new DropOutJob(stalls, studies, clock, Duration.ofHours(24));
        silence.of(token, 100);

        afterADowntime.run();
        assertThat(silence.isStalled(token)).isTrue();
        assertThat(stalls()).isEqualTo(1);
        afterADowntime.run();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");

        jdbc.sql("update participant set stalled_at = ? where id = ?")
                .params(OffsetDateTime.now().minusHours(25), silence.id(token))
                .update();
        afterADowntime.run();
        assertThat(silence.status(token)).isEqualTo("RELEASED");
    }

    @Test
    void whoHasAnsweredEverythingKeepsTheirSlot() {
        person.answer(1, 1, 2, 3).expect(200);
        person.answer(2, 1, 2, 3).expect(200);
        silence.of(token, 1000);

        job.run();

        assertThat(silence.isStalled(token)).as("and is reminded").isTrue();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");
        person.complete(3).expect(200);
        assertThat(silence.isStalled(token)).isFalse();
    }

    @Test
    void nobodyIsReleasedFromASetThatNobodyCanJoin() {
        lab.close(set);
        silence.of(token, 100);
        job.run();
        assertThat(silence.status(token)).isEqualTo("AT_WORK");

        lab.open(set);
        job.run();
        assertThat(silence.status(token)).isEqualTo("RELEASED");
    }

    @Test
    void aStudyCanWaitForEver() {
        long patient =
                lab.openSet(lab.study(Map.of("dropOuts", Map.of("stalledAfterHours", 5, "releaseAfterHours", 0))), 2);
        String link = lab.invite(patient, 1).get(0);
        person(link).consent().expect(200);
        silence.of(link, 5000);

        job.run();

        assertThat(silence.isStalled(link)).isTrue();
        assertThat(silence.status(link)).isEqualTo("AT_WORK");
    }

    @Test
    void anAnswerThatComesBeforeTheStallWins() throws Exception {
        silence.of(token, 100);
        answersWhileTheJobWaits();
    }

    @Test
    void anAnswerThatComesBeforeTheReleaseWins() throws Exception {
        silence.of(token, 30);
        job.run();
        silence.of(token, 100);
        answersWhileTheJobWaits();
    }

    private void answersWhileTheJobWaits() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> running = transaction.execute(status -> {
                jdbc.sql("select id from participant where id = ? for update")
                        .param(silence.id(token))
                        .query()
                        .singleRow();
                Future<?> waiting = threads.submit(job::run);
                Locks.untilItWaits(waiting, jdbc, database);
                jdbc.sql("update participant set seen_at = current_timestamp, stalled_at = null where id = ?")
                        .param(silence.id(token))
                        .update();
                return waiting;
            });
            running.get();
        } finally {
            threads.shutdown();
        }

        assertThat(silence.status(token)).isEqualTo("AT_WORK");
        assertThat(silence.isStalled(token)).isFalse();
    }

    /** Answers, two nodes' jobs and a newcomer at the same moment, again and again. */
    @Test
    void neitherAnAnswerNorASlotIsLostWhereTheyMeetARelease() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 10; round++) {
                if (round > 0) {
                    token = lab.invite(set, 1).get(0);
                    person(token).consent().expect(200);
                }
                String newcomer = lab.invite(set, 1).get(0);
                silence.of(token, 30);
                job.run();
                silence.of(token, 100);
                List<Callable<Integer>> calls = new ArrayList<>(List.of(
                        () -> run(),
                        () -> run(),
                        () -> person(newcomer).consent().status()));
                for (int i = 0; i < 3; i++) {
                    calls.add(() -> {
                        Thread.sleep(ThreadLocalRandom.current().nextInt(60));
                        return person(token).answer(1, 1, 2, 3).status();
                    });
                }
                for (Future<Integer> status : threads.invokeAll(calls)) {
                    assertThat(status.get()).isIn(200, 409);
                }
                job.run();

                assertThat(revisions()).as("round " + round).isEqualTo(3);
                String status = silence.status(token);
                assertThat(inSlot(token)).isEqualTo(status.equals("AT_WORK"));
                boolean came = came(newcomer);
                assertThat(came && inSlot(token)).as("two in one slot").isFalse();
                person(token).withdraw().expect(204);
                person(newcomer).withdraw().expect(204);
                assertThat(lab.progress(set).get("participants")).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
    }

    private int run() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(20));
        job.run();
        return 200;
    }

    private int revisions() {
        return jdbc.sql("select count(*) from annotation where participant_id = ? and position = 1")
                .param(silence.id(token))
                .query(Integer.class)
                .single();
    }

    private boolean inSlot(String link) {
        return jdbc.sql("select count(*) from slot where participant_id = ?")
                        .param(silence.id(link))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private boolean came(String link) {
        return jdbc.sql("""
                        select count(*) from slot s join participant p on p.id = s.participant_id
                        join invitation i on i.id = p.invitation_id where i.secret_hash = ?""").param(new Secret(link).hash()).query(Integer.class).single() == 1;
    }

    @Test
    void aReplayIsASignOfLifeAndStoresNothingTwice() {
        String id = UUID.randomUUID().toString();
        person.answer(1, Person.body(id, 1, 2, 3)).expect(200);
        silence.of(token, 30);
        job.run();

        person.answer(1, Person.body(id, 1, 2, 3)).expect(200);

        assertThat(silence.isStalled(token)).isFalse();
        assertThat(revisions()).isEqualTo(1);
    }
}
