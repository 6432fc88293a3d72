package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.common.CsvLine;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.testing.Api;
import org.c25.testing.Database;
import org.c25.testing.Lab;
import org.c25.testing.ManyAnswers;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same answers in every other shape, to the byte. */
@OnBothDatabases
class FilesForOtherToolsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sets sets;

    @Autowired
    SetFiles files;

    @Autowired
    PlatformTransactionManager transactions;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    /** Three images, four places, the last one free; one answer lacks, and of one image all do. */
    private long importedSet() {
        String expression = "index,filename,participant0,participant1,participant2,participant3\r\n"
                + "7,a.jpg,0,0,7,\r\n12,\"b,c.jpg\",3,2,,\r\n900,d.png,,,,\r\n";
        String valence = "index,filename,participant0,participant1,participant2,participant3\r\n"
                + "7,a.jpg,0.5,1.0,0.75,\r\n12,\"b,c.jpg\",-1.0,-1.0,,\r\n900,d.png,,,,\r\n";
        String arousal = "index,filename,participant0,participant1,participant2,participant3\r\n"
                + "7,a.jpg,0.0,-0.25,0.0,\r\n12,\"b,c.jpg\",0.25,0.25,,\r\n900,d.png,,,,\r\n";
        long set = lab.bareSet(lab.study(Map.of("capacity", 4)), expression.getBytes(UTF_8));
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression", expression.getBytes(UTF_8),
                                "valence", valence.getBytes(UTF_8),
                                "arousal", arousal.getBytes(UTF_8)))
                .expect(201);
        return set;
    }

    private String file(long set, String name) {
        return new String(lab.export(set, name), UTF_8);
    }

    @Test
    void theMajorityVoteIsTheSmallestOnATieAndSaysSo() {
        assertThat(file(importedSet(), "majority-vote_set1_C4.csv"))
                .isEqualTo("index,filename,expression,expression_votes,expression_share,expression_tie,"
                        + "valence,valence_votes,valence_share,valence_tie,"
                        + "arousal,arousal_votes,arousal_share,arousal_tie\r\n"
                        + "7,a.jpg,0,2,0.6666666666666666,0,0.5,1,0.3333333333333333,1,0.0,2,0.6666666666666666,0\r\n"
                        + "12,\"b,c.jpg\",2,1,0.5,1,-1.0,2,1,0,0.25,2,1,0\r\n"
                        + "900,d.png,,0,,,,0,,,,0,,\r\n");
    }

    @Test
    void softLabelsAreSharesWithEntropyAndMoments() {
        assertThat(file(importedSet(), "soft-labels_set1_C4.csv"))
                .isEqualTo("index,filename,answers,happiness,sadness,surprise,fear,disgust,anger,contempt,neutral,"
                        + "entropy,valence_mean,valence_sd,arousal_mean,arousal_sd\r\n"
                        + "7,a.jpg,3,0.6666666666666666,0,0,0,0,0,0,0.3333333333333333,"
                        + CsvLine.text(-(2.0 / 3 * Math.log(2.0 / 3)) - 1.0 / 3 * Math.log(1.0 / 3)) + ",0.75,0.25,"
                        + CsvLine.text(-1.0 / 12) + "," + CsvLine.text(Math.sqrt(1.0 / 48)) + "\r\n"
                        + "12,\"b,c.jpg\",2,0,0,0.5,0.5,0,0,0,0," + CsvLine.text(Math.log(2)) + ",-1,0,0.25,0\r\n"
                        + "900,d.png,0,,,,,,,,,,,,,\r\n");
    }

    @Test
    void theCrowdVoteIsAMatrixWhoseMissingAnswersAreNoAnswers() {
        long set = importedSet();

        assertThat(file(set, "crowd-vote_expression_set1_C4.csv"))
                .isEqualTo("0,0,7,-1\r\n3,2,-1,-1\r\n-1,-1,-1,-1\r\n");
        assertThat(file(set, "crowd-vote_valence_set1_C4.csv"))
                .isEqualTo("0.5,1.0,0.75,999999999\r\n-1.0,-1.0,999999999,999999999\r\n"
                        + "999999999,999999999,999999999,999999999\r\n");
        assertThat(file(set, "crowd-vote_arousal_set1_C4.csv")).startsWith("0.0,-0.25,0.0,999999999\r\n");
    }

    @Test
    void crowdKitGetsARowAnAnswer() {
        assertThat(file(importedSet(), "crowd-kit_valence_set1_C4.csv"))
                .isEqualTo("task,worker,label\r\n7,participant0,0.5\r\n7,participant1,1.0\r\n7,participant2,0.75\r\n"
                        + "12,participant0,-1.0\r\n12,participant1,-1.0\r\n");
    }

    @Test
    void ofImportedAnswersNeitherTrialNorTimeIsClaimed() {
        long set = importedSet();

        assertThat(file(set, "long_set1_C4.csv").lines())
                .hasSize(6)
                .contains("1,7,a.jpg,2,,0,7,neutral,0.75,0.0,,,,,,,,,,,,,1");
        assertThat(file(set, "repeats_set1_C4.csv").lines()).hasSize(1);
    }

    @Test
    void theLongFileHasEveryAnswerAndRepeatsAreSetBesideTheFirst() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 0.5, "repeatMinimumLag", 1)), 4);
        String token = lab.invite(set, 1).get(0);
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        for (int position = 0; position < 6; position++) {
            Map<String, Object> body = Person.body(UUID.randomUUID().toString(), position, 1 + position, 9 - position);
            body.putAll(Map.of("responseTimeMillis", 1000 + position, "inputDevice", "mouse", "dimmed", true));
            person.answer(position, body).expect(200);
        }
        Map<String, Object> changed = Person.body(UUID.randomUUID().toString(), 6, 5, 5);
        changed.putAll(Map.of("responseTimeMillis", 77, "inputDevice", "keyboard", "dimmed", false));
        person.answer(1, changed).expect(200);
        changed = Person.body(UUID.randomUUID().toString(), 7, 5, 5);
        changed.put("responseTimeMillis", 9000);
        person.answer(1, changed).expect(200);
        person.answer(2, 2, 3, 7).expect(200);

        List<String> lines = file(set, "long_set1_C2.csv").lines().toList();

        assertThat(lines.get(0))
                .isEqualTo("set,index,filename,participant,trial,repeat,expression,expression_label,valence,arousal,"
                        + "response_time_millis,expression_time_millis,valence_time_millis,arousal_time_millis,"
                        + "hidden_time_millis,changes,input_device,viewport_width,viewport_height,dimmed,"
                        + "last_response_time_millis,answered_at,revisions");
        assertThat(lines).hasSize(7);
        Map<Integer, String> showing = showings(set);
        for (int position : List.of(0, 3, 4, 5)) {
            String[] cells = lines.get(1 + position).split(",");
            assertThat(String.join(",", List.of(cells).subList(0, 20)))
                    .isEqualTo("1," + showing.get(position) + "," + position + ","
                            + Expression.all().get(position).english() + ","
                            + new Step(1 + position).c25() + ","
                            + new Step(9 - position).c25() + "," + (1000 + position)
                            + ",,,,,,mouse,,,1");
            assertThat(cells[20]).as("never revised").isEmpty();
            assertThat(Instant.parse(cells[21])).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
            assertThat(cells[22]).isEqualTo("1");
        }
        assertThat(lines.get(2))
                .as("says the latest revision, by the times and circumstances of the first answer")
                .contains(",7,neutral,0.0,0.0,1001,,,,,,mouse,,,1,9000,")
                .endsWith(",3");
        assertThat(lines.get(3))
                .as("the time of the latest revision is not known")
                .contains(",2,surprise,-0.5,0.5,1002,,,,,,mouse,,,1,,")
                .endsWith(",2");

        List<String> repeats = file(set, "repeats_set1_C2.csv").lines().toList();
        assertThat(repeats).hasSize(3);
        for (String repeat : repeats.subList(1, 3)) {
            String[] cells = repeat.split(",");
            int first = Integer.parseInt(cells[3]);
            int second = Integer.parseInt(cells[4]);
            assertThat(cells[5]).isEqualTo(String.valueOf(second - first));
            assertThat(cells[6]).isEqualTo(first == 1 ? "7" : String.valueOf(first));
            assertThat(cells[7]).isEqualTo(second == 1 ? "7" : String.valueOf(second));
            assertThat(showing.get(second)).startsWith(cells[0] + "," + cells[1] + ",0," + second + ",1");
            assertThat(showing.get(first)).startsWith(cells[0] + "," + cells[1] + ",0," + first + ",0");
        }
    }

    /** By position: index, file name, participant, trial, whether it is a repeat. */
    private Map<Integer, String> showings(long set) {
        Map<Integer, String> showings = new HashMap<>();
        jdbc.sql("""
                        select t.position, i.source_index, i.filename, t.repeat_of from trial t
                        join item i on i.id = t.item_id where i.set_id = ?""").param(set).query(row -> {
            showings.put(
                    row.getInt(1),
                    row.getLong(2) + "," + row.getString(3) + ",0," + row.getInt(1) + ","
                            + (row.getObject(4) == null ? 0 : 1));
        });
        return showings;
    }

    /** What is read once the answers are gone was not held before. */
    @Test
    void theFirstLinesAreWrittenBeforeTheLastAnswersAreRead() throws Exception {
        long id = importedSet();
        List<String> whole = file(id, "long_set1_C4.csv").lines().toList();
        assertThat(whole).hasSize(6);

        List<String> lines =
                written(id, "long_set1_C4.csv", () -> jdbc.sql("""
                delete from rating where participant_id in (
                    select participant_id from slot where set_id = ? and number > 0)""").param(id).update());

        assertThat(lines).isEqualTo(whole.subList(0, 3));
    }

    /** @param afterTheFirst is done when the first line after the header is there; nothing of it stays */
    List<String> written(long id, String name, Runnable afterTheFirst) {
        List<String> lines = new ArrayList<>();
        Writer out = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                lines.add(new String(text, from, length).strip());
                if (lines.size() == 2) {
                    afterTheFirst.run();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            SetView set = sets.ofInvited(id);
            try {
                for (SetFile file : files.all(set)) {
                    if (file.name().equals(name)) {
                        file.write(out);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return lines;
    }

    /** As pandas' {@code read_csv} and R's {@code read.csv} ask: a plain GET with the token in a header, and no more. */
    @Test
    void aScriptReadsAFileByItsAddressWithATokenInAHeader() throws Exception {
        long set = importedSet();
        String path = "/api/v1/sets/" + set + "/exports/expression_set1_C4.csv";
        byte[] file = lab.export(set, "expression_set1_C4.csv");
        String token = token();

        HttpResponse<byte[]> plain = send(path, token, "GET", "");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.body()).isEqualTo(file);
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();

        HttpResponse<byte[]> packed = send(path, token, "GET", "gzip");
        byte[] unpacked = packed.headers().firstValue("Content-Encoding").isEmpty()
                ? packed.body()
                : new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(unpacked).isEqualTo(file);

        HttpResponse<byte[]> head = send(path, token, "HEAD", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(head.body()).isEmpty();

        assertThat(send(path, "nobody", "GET", "").statusCode()).isEqualTo(401);
        assertThat(send(path + "?access_token=" + token, "nobody", "GET", "").statusCode())
                .isEqualTo(401);
    }

    private String token() {
        return Api.stranger(port)
                .named("admin", Api.ADMIN_PASSWORD)
                .post("/api/v1/tokens", Map.of("name", "script"))
                .expect(201)
                .text("token");
    }

    private HttpResponse<byte[]> send(String path, String token, String method, String encoding) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token);
        if (!encoding.isEmpty()) {
            request.header("Accept-Encoding", encoding);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void thePageLeadsToEveryFile() {
        long set = importedSet();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        List<String> names = new ArrayList<>();
        Matcher links = Pattern.compile("href=\"(/sets/\\d+/exports/([^\"]+))\"")
                .matcher(admin.get("/sets/" + set + "/data").body());
        while (links.find()) {
            assertThat(admin.get(links.group(1)).statusCode()).isEqualTo(200);
            names.add(links.group(2));
        }

        assertThat(names.stream().filter(name -> name.endsWith(".csv")))
                .hasSize(24)
                .doesNotHaveDuplicates();
        assertThat(names).contains("data-package.zip");
        staff.get("/api/v1/sets/" + set + "/exports/nothing.csv").expectProblem(404, "long_set1_C4.csv");
    }

    /** PostgreSQL's driver takes all rows into memory at once, unless it is asked for portions inside of a transaction. */
    @Test
    void rowsComeInPortionsByACursor(@Autowired Database database, @Autowired JdbcTemplate template) {
        assumeThat(database).as("it has cursors to look at").isEqualTo(Database.POSTGRESQL);
        long set = ManyAnswers.fill(Api.stranger(port).admin(), template, 6000, 1);
        List<String> cursors = new ArrayList<>();
        Runnable look = () -> cursors.addAll(
                jdbc.sql("select statement from pg_cursors").query(String.class).list());

        assertThat(written(set, "long_set1_C1.csv", look)).hasSize(1 + 6000 + 60);
        assertThat(cursors).anyMatch(statement -> statement.contains("response_time_millis"));
        cursors.clear();
        assertThat(written(set, "expression_set1_C1.csv", look)).hasSize(1 + 6000);
        assertThat(cursors).anyMatch(statement -> statement.contains("from item"));
    }
}
