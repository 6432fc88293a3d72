package org.c25.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the record takes, what it refuses, and what it never forgets. */
@OnBothDatabases
class RecordingTest {

    private static final String ID = "\"id\":\"7b0d3c52-4f0e-4b0a-9d7e-0d6a4e6a1f00\"";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    private Lab lab;
    private long set;
    private String token;
    private Person person;

    @BeforeEach
    void aParticipantHasConsented() {
        lab = new Lab(Api.stranger(port).admin());
        set = lab.openSet(lab.study(Map.of("capacity", 3)), 10);
        token = lab.invite(set, 1).get(0);
        person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
    }

    @Test
    void aReplayGetsTheFirstReplyAndIsStoredOnce() {
        Map<String, Object> answer = Person.body(UUID.randomUUID().toString(), 1, 2, 3);
        answer.put("responseTimeMillis", 1234);
        answer.put("inputDevice", "touch");
        answer.put("viewportWidth", 390);
        answer.put("dimmed", true);
        String first = person.answer(4, answer).expect(200).body();
        person.answer(5, 0, 1, 1).expect(200);
        person.answer(4, 2, 2, 2).expect(200);

        assertThat(person.answer(4, answer).expect(200).body()).isEqualTo(first);

        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void aPersonCanAskWhatIsThereOfTheirs() {
        String id = UUID.randomUUID().toString();
        person.answer(4, Person.body(id, 1, 2, 3)).expect(200);
        person.answer(2, 5, 5, 5).expect(200);
        person.answer(4, 6, 7, 8).expect(200);

        JsonNode answers = person.answers().expect(200).json();

        assertThat(answers.valueStream()
                        .map(a -> a.get("position") + " " + a.get("revision") + " " + a.get("expression") + " "
                                + a.get("valence") + " " + a.get("arousal")))
                .containsExactly("2 1 5 5 5", "4 1 1 2 3", "4 2 6 7 8");
        assertThat(answers.get(1).get("id").asString()).isEqualTo(id);
        assertThat(person.standing().expect(200).number("answered")).isEqualTo(2);
        assertThat(person.standing().number("total")).isEqualTo(11);
        Person other = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        other.answers().expect(409);
        other.consent().expect(200);
        assertThat(other.answers().expect(200).json()).isEmpty();
    }

    @Test
    void aPersonCanTakeAlongAllThatIsKeptOfThem() {
        person.answer(4, 1, 2, 3).expect(200);
        person.answer(4, 6, 7, 8).expect(200);
        person.reportPicture(7, "{\"reason\": \"status 500\"}").expect(204);

        JsonNode data = person.data().expect(200).json();

        assertThat(data.get("place").asInt()).isZero();
        assertThat(data.get("trials").asInt()).isEqualTo(11);
        assertThat(data.get("answers")).hasSize(2);
        assertThat(data.get("answers").get(1).get("valence").asInt()).isEqualTo(7);
        assertThat(data.get("answers").get(1).get("paradata").has("dimmed")).isTrue();
        assertThat(data.get("picturesNotShown").get(0).asInt()).isEqualTo(7);
        assertThat(data.get("enrolled").get("language").asString()).isEqualTo("en");
        assertThat(data.get("enrolled").get("dimensionOrder").asString()).isEqualTo("EXPRESSION,VALENCE,AROUSAL");
        assertThat(data.get("enrolled").get("repeatShare").asDouble()).isEqualTo(0.1);
    }

    @Test
    void theReceiptTellsTheHashOfTheCopyOfOnesAnswers() {
        person.answer(4, 1, 2, 3).expect(200);
        Visitor visitor = new Visitor(port);
        String home = visitor.get("/join/" + token).uri().getPath().replaceAll("(/p/[^/]+).*", "$1");

        String unfinished = visitor.get(home + "/receipt.txt").body();
        String copy = visitor.get(home + "/answers.csv").body();
        assertThat(unfinished).contains("participant0", "Faces rated: 1\r\n", Sha256.of(copy));
        assertThat(unfinished).doesNotContain("Completion code");

        for (int position = 0; position < 11; position++) {
            person.answer(position, position % 8, 2, 3).expect(200);
        }
        String code = person.complete(11).expect(200).text("code");
        String receipt = visitor.get(home + "/receipt.txt").body();
        assertThat(receipt).startsWith("Receipt\r\n").contains("Faces rated: 11\r\n", code, "my-answers.csv");
        assertThat(receipt)
                .contains(Sha256.of(visitor.get(home + "/answers.csv").body()));
    }

    @Test
    void anIdWithOtherContentIsRefused() {
        String id = UUID.randomUUID().toString();
        person.answer(4, Person.body(id, 1, 2, 3)).expect(200);

        person.answer(4, Person.body(id, 1, 2, 4)).expectProblem(409, "id");
        person.answer(5, Person.body(id, 1, 2, 3)).expectProblem(409, "id");
        Map<String, Object> slower = Person.body(id, 1, 2, 3);
        slower.put("responseTimeMillis", 9);
        person.answer(4, slower).expectProblem(409, "id");

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anotherPersonsIdIsRefusedAndToldNothing() {
        String id = UUID.randomUUID().toString();
        person.answer(4, Person.body(id, 1, 2, 3)).expect(200);
        Person other = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        other.consent().expect(200);

        other.answer(4, Person.body(id, 1, 2, 3)).expectProblem(409, "id");

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aRevisionLeavesTheEarlierAnswers() {
        for (int step = 1; step <= 3; step++) {
            Map<String, Object> answer = Person.body(UUID.randomUUID().toString(), step, step, step);
            answer.put("responseTimeMillis", 800 * step);
            Api.Answer reply = person.answer(4, answer).expect(200);
            assertThat(reply.number("revision")).isEqualTo(step);
            assertThat(reply.number("answered")).isEqualTo(1);
        }

        assertThat(jdbc.sql("""
                        select a.valence from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ? and a.position = 4 order by a.revision""").param(set).query(Integer.class).list()).containsExactly(1, 2, 3);
        assertThat(jdbc.sql("""
                        select concat(expression, ' ', valence, ' ', arousal, ', ', first_response_time_millis, ' ms first, ',
                            last_response_time_millis, ' ms last, ', revisions,
                            case when first_at < last_at then ' in this order' else '' end)
                        from rating where set_id = ?""").param(set).query(String.class).list())
                .as("what was said last, with the time of the first answer beside that of the last")
                .containsExactly("3 3 3, 800 ms first, 2400 ms last, 3 in this order");
        assertThat(new RecordCheck(jdbc).differences(set)).isZero();
    }

    @Test
    void answersThatCountAreHeldAgainstTheRecordAndMadeAnewFromIt() {
        RecordCheck check = new RecordCheck(jdbc);
        person.answer(0, 1, 2, 3).expect(200);
        person.answer(1, 4, 5, 6).expect(200);
        assertThat(check.differences(set)).isZero();

        jdbc.sql("update rating set valence = 9 where set_id = ? and position = 0")
                .param(set)
                .update();
        jdbc.sql("update participant set answered = 7 where id = ?")
                .param(participantId())
                .update();
        assertThat(check.differences(set))
                .as("one too many, one too few, one miscount")
                .isEqualTo(3);

        check.rebuild(set);
        assertThat(check.differences(set)).isZero();
    }

    @Test
    void aTrialIsAnsweredAtMostAHundredTimesAndAReplayStillGetsItsReply() {
        fill(4, 99);
        Map<String, Object> hundredth = Person.body(UUID.randomUUID().toString(), 1, 2, 3);
        String reply = person.answer(4, hundredth).expect(200).body();
        assertThat(reply).contains("\"revision\":100");

        Api.Answer refused = person.answer(4, 5, 5, 5).expectProblem(409, "100 times");

        assertThat(refused.json().get("mostRevisions").asInt()).isEqualTo(100);
        assertThat(person.answer(4, hundredth).expect(200).body()).isEqualTo(reply);
        person.answer(5, 5, 5, 5).expect(200);
        assertThat(stored()).isEqualTo(101);
    }

    @Test
    void thePlainFormSaysThatATrialHasBeenAnsweredTooOften() {
        person.answer(0, 6, 2, 3).expect(200);
        fill(1, 100);
        Visitor visitor = new Visitor(port);
        String home = visitor.get("/join/" + token).uri().getPath().replaceAll("/trials$", "");
        String page = visitor.get(home + "/trials/1").body();

        HttpResponse<String> refused = visitor.send(
                home + "/trials/1",
                Map.of(
                        "_csrf", Visitor.found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", page),
                        "expression", "7",
                        "valence", "7",
                        "arousal", "7"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("100 times already");
        assertThat(stored()).isEqualTo(101);
    }

    @Test
    void answersThatComeFasterThanAnybodyCanGiveThemAreToldToWait() {
        Map<String, Object> last = Person.body(UUID.randomUUID().toString(), 1, 2, 3);
        person.answer(0, last).expect(200);
        pacedUntil(Instant.now().plus(AnswerPace.EACH.multipliedBy(2L * AnswerPace.MOST)));

        Api.Answer tooFast = person.answer(1, 1, 2, 3).expectProblem(429, "send the next one later");

        assertThat(Integer.parseInt(tooFast.header("Retry-After"))).isPositive();
        person.answer(0, last).expect(200);
        assertThat(stored()).isEqualTo(1);
        pacedUntil(Instant.now());
        person.answer(1, 1, 2, 3).expect(200);
    }

    private void pacedUntil(Instant time) {
        jdbc.sql("update participant set paced_until = ? where id = ?")
                .params(time.atOffset(ZoneOffset.UTC), participantId())
                .update();
    }

    /** Answers to one trial, as if somebody had given them. */
    private void fill(int position, int count) {
        for (int revision = 1; revision <= count; revision++) {
            jdbc.sql("""
                            insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                                answered, recorded_at)
                            values (?, ?, ?, ?, 1, 1, 1, 1, current_timestamp)""")
                    .params(UUID.randomUUID(), participantId(), position, revision)
                    .update();
        }
        new RecordCheck(jdbc).rebuild(set);
    }

    private long participantId() {
        return jdbc.sql("select id from participant where set_id = ?")
                .param(set)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'expression':8,'valence':1,'arousal':1|expression",
                "'expression':-1,'valence':1,'arousal':1|expression",
                "'expression':0,'valence':0,'arousal':1|valence",
                "'expression':0,'valence':1,'arousal':10|arousal",
                "'valence':1,'arousal':1|expression",
                "'expression':null,'valence':1,'arousal':1|expression",
                "'expression':0,'arousal':1|valence",
                "'expression':0,'valence':1|arousal",
                "'expression':'happy','valence':1,'arousal':1|expression",
                "'expression':0,'valence':1.5,'arousal':1|valence",
                "'expression':0,'valence':1,'arousal':1,'responseTimeMillis':-1|responseTimeMillis",
                "'expression':0,'valence':1,'arousal':1,'changes':-1|changes",
                "'expression':99999999999,'valence':1,'arousal':1|expression",
                "'expression':0,'valence':1,'arousal':1,'inputDevice':'nose'|inputDevice",
            })
    void aValueOutOfRangeOrMissingIsRefusedByName(String members, String field) {
        String body = "{" + ID + "," + members.replace('\'', '"') + "}";

        person.answerRaw(0, body).expectFault(422, field);

        assertThat(stored()).isZero();
    }

    @Test
    void anAnswerNeedsAnIdThatIsAUuid() {
        person.answerRaw(0, "{\"expression\":0,\"valence\":1,\"arousal\":1}").expectFault(422, "id");
        person.answerRaw(0, "{\"id\":\"7\",\"expression\":0,\"valence\":1,\"arousal\":1}")
                .expectFault(422, "id");
        person.answerRaw(0, "{\"id\":").expectProblem(400, "line 1");
    }

    @Test
    void aBodyThatIsNoObjectIsToldSo() {
        for (String body : new String[] {"[]", "\"x\"", "null", ""}) {
            person.answerRaw(0, body).expectFault(422, "body");
        }
    }

    @Test
    void aStrangeAcceptHeaderFailsNothingThatIsStored() {
        String path = "/api/v1/participant/trials/2/annotation";
        Api api = Api.stranger(port).bearing(token).accepting("text/csv");

        assertThat(api.put(path, Person.body(UUID.randomUUID().toString(), 1, 1, 1))
                        .expect(200)
                        .number("answered"))
                .isEqualTo(1);
        api.accepting("garbage").get("/api/v1/participant/trials").expect(200);
    }

    @Test
    void aFormThatIsSentAgainWithAnotherChoiceIsARevision() {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/join/" + token).body();
        String trial = Visitor.found("action=\"([^\"]+)\"", page);
        Map<String, String> form = new HashMap<>(Map.of(
                "_csrf", Visitor.found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", page),
                "id", Visitor.found("name=\"id\"[^>]* value=\"([^\"]+)\"", page),
                "expression", "1",
                "valence", "2",
                "arousal", "3"));

        visitor.send(trial, form);
        visitor.send(trial, form);
        assertThat(stored()).as("the same again").isEqualTo(1);
        form.put("expression", "4");
        assertThat(visitor.send(trial, form).statusCode()).isEqualTo(200);

        assertThat(jdbc.sql("""
                        select a.expression from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.revision""").param(set).query(Integer.class).list()).containsExactly(1, 4);
    }

    @Test
    void aStepThatIsNotOpenLeadsBackToWhereOneIs() {
        Visitor visitor = new Visitor(port);
        String home = visitor.get("/join/" + token).uri().getPath().replaceAll("/trials$", "");

        for (String step : List.of("/trials/99", "/nothing", "/trials/x")) {
            assertThat(visitor.get(home + step).body())
                    .contains("This step is not open to you")
                    .contains("href=\"" + home + "\"");
        }
        assertThat(visitor.get(home + "/api/nothing").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void aTrialThatIsNotThereIsNotFound() {
        person.answer(11, 0, 1, 1).expectProblem(404, "trial");
        person.answer(-1, 0, 1, 1).expectProblem(404, "trial");
        person.answerRaw(0, "{}").expectFault(422, "id");
    }

    @Test
    void nobodyAnswersBeforeConsentOrWithoutAToken() {
        String other = lab.invite(set, 1).get(0);
        new Person(Api.stranger(port), other).answer(0, 0, 1, 1).expectProblem(409, "onsent");
        new Person(Api.stranger(port), "nobody").answer(0, 0, 1, 1).expectProblem(401, "token");
    }

    @Test
    void aWithdrawalErasesTheAnswersAndEndsTheRecord() {
        person.answer(0, 3, 3, 3).expect(200);

        person.withdraw().expect(204);
        person.withdraw().expect(204);

        assertThat(stored()).isZero();
        person.answer(0, 3, 3, 3).expectProblem(409, "withdrawn");
        person.complete(0).expectProblem(409, "withdrawn");
        person.consent().expectProblem(409, "withdrawn");
    }

    @Test
    void manyRetriesAtOnceAreOneAnswer() throws Exception {
        Map<String, Object> answer = Person.body(UUID.randomUUID().toString(), 1, 2, 3);
        Callable<String> retry = () -> person.answer(0, answer).expect(200).body();

        assertThat(atOnce(IntStream.range(0, 20).mapToObj(i -> retry).toList()))
                .hasSize(20)
                .containsOnly("{\"position\":0,\"revision\":1,\"answered\":1,\"total\":11}");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void answersOfTwoTabsAtOnceAreAllKeptAndCountedOnce() throws Exception {
        List<Callable<String>> tabs = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () ->
                        person.answer(i % 10, 1, 1 + i / 10, 1).expect(200).body())
                .toList();

        atOnce(tabs);

        assertThat(stored()).isEqualTo(20);
        assertThat(lab.progress(set).get("participants").get(0).get("answered").asInt())
                .isEqualTo(10);
        person.complete(10).expectProblem(409, "\"missing\":[10]");
    }

    /** docs/performance.md says why there is each of them. */
    @Test
    void anAnswerTakesNoMoreStatementsThanItNeeds() {
        person.answer(0, 1, 2, 3).expect(200);

        List<String> statements = statementsOf(() -> person.answer(1, 4, 5, 6).expect(200));

        boolean onPostgreSql = database.getJdbcUrl().startsWith("jdbc:postgresql:");
        assertThat(statements)
                .extracting(sql ->
                        sql.replaceAll("(?s)^(?:(select|insert|with).*?(?:from|into)|(update)) (\\w+).*", "$1$2 $3"))
                .isEqualTo(
                        onPostgreSql
                                ? List.of("select invitation", "with arrays")
                                : List.of(
                                        "select invitation",
                                        "select participant",
                                        "select trial",
                                        "insert annotation",
                                        "insert rating",
                                        "update participant"));
    }

    /** What the server's threads send to the database meanwhile. */
    private static List<String> statementsOf(Runnable work) {
        ListAppender<ILoggingEvent> sent = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.getThreadName(); // It is asked for once, and else would be the thread that reads the list.
                super.append(event);
            }
        };
        List<Logger> loggers = Stream.of("org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        sent.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(sent);
        });
        try {
            work.run();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(sent);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }
        return sent.list.stream()
                .filter(event -> event.getThreadName().startsWith("http-"))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> !message.matches("Executing prepared SQL (query|update)"))
                .map(message -> message.replaceFirst("^Executing prepared SQL statement \\[", "")
                        .strip())
                .toList();
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<String> replies = new ArrayList<>();
            for (Future<String> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdown();
        }
    }

    private int stored() {
        return jdbc.sql("""
                        select count(*) from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ?""").param(set).query(Integer.class).single();
    }
}
