package org.c25.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Jobs: programs that need not wait, and what a node left behind. */
@OnBothDatabases
class DoingJobsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api staff;
    private Lab lab;
    private long study;
    private long set;

    @BeforeEach
    void aSetWithoutPictures() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study(Map.of("capacity", 2));
        set = lab.bareSet(study, Lab.manifest(3).getBytes(UTF_8));
    }

    private static byte[] file(String cell) {
        StringBuilder csv = new StringBuilder("index,filename,participant0,participant1\r\n");
        for (int i = 0; i < 3; i++) {
            csv.append(1000 + i)
                    .append(',')
                    .append(Lab.filename(i))
                    .append(',')
                    .append(cell)
                    .append(",\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static Map<String, Object> answers(String expression) {
        return Map.of("expression", file(expression), "valence", file("-0.25"), "arousal", file("1.0"));
    }

    private JsonNode ended(String job) throws InterruptedException {
        JsonNode now = staff.get(job).expect(200).json();
        while (now.get("endedAt") == null) {
            Thread.sleep(20);
            now = staff.get(job).expect(200).json();
        }
        return now;
    }

    @Test
    void whoWouldRatherNotWaitGetsTheAddressOfAJob() throws Exception {
        Api.Answer begun = staff.saying("Prefer", "respond-async")
                .upload("/api/v1/sets/" + set + "/imports", answers("3"))
                .expect(202);
        JsonNode done = ended(begun.header("Location"));

        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("result").get("annotations").asInt()).isEqualTo(3);
        assertThat(new String(lab.export(set, "expression_set1_C2.csv"), UTF_8)).contains("1002,face-002.png,3,");
        assertThat(staff.get(begun.header("Location") + "/file").status()).isEqualTo(404);
        assertThat(Api.stranger(port).get(begun.header("Location")).status()).isEqualTo(401);
    }

    @Test
    void aJobThatFailsSaysWhatWasWrongAndStoresNothing() throws Exception {
        Api.Answer begun = staff.saying("Prefer", "respond-async")
                .upload("/api/v1/sets/" + set + "/imports", answers("9"))
                .expect(202);
        JsonNode failed = ended(begun.header("Location"));

        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.get("status").asInt()).isEqualTo(422);
        assertThat(failed.get("errors").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(lab.progress(set).get("participants").size()).isZero();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/jobs/" + failed.get("id").asLong()).body())
                .contains("participant0", "Back, to try again");
    }

    @Test
    void aPackageIsMadeAsAJobAndHasTheBytesOfTheExport() throws Exception {
        String job = staff.post("/api/v1/sets/" + set + "/packages").expect(202).header("Location");
        JsonNode done = ended(job);

        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(staff.get(done.get("file").asString()).expect(200).bytes())
                .isEqualTo(lab.export(set, "data-package.zip"));
    }

    /** As after a kill: the row says that a node has it, and that node says nothing any more. */
    @Test
    void aJobOfANodeThatFellSilentIsBegunAnewAndOfOneThatIsAliveIsNot() throws Exception {
        String job = staff.post("/api/v1/sets/" + set + "/packages").expect(202).header("Location");
        long id = ended(job).get("id").asLong();
        String left =
                "update job set state = 'RUNNING', ended_at = null, outcome = null, attempts = 3, lease_until = ? where id = ?";
        jdbc.update(left, OffsetDateTime.now().plusHours(1), id);
        long other = ended(staff.post("/api/v1/studies/" + study + "/packages")
                        .expect(202)
                        .header("Location"))
                .get("id")
                .asLong();
        assertThat(staff.get(job).text("state")).isEqualTo("RUNNING");

        jdbc.update(left, OffsetDateTime.now().minusSeconds(1), id);
        assertThat(ended(job).get("state").asString()).isEqualTo("DONE");
        assertThat(jdbc.queryForObject("select attempts from job where id = ?", Integer.class, id))
                .isEqualTo(4);
        assertThat(StreamSupport.stream(staff.get("/api/v1/jobs").json().spliterator(), false)
                        .map(one -> one.get("id").asLong()))
                .contains(id, other);
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnceAndAnotherAccountsIsNotThere() throws Exception {
        String job = staff.post("/api/v1/sets/" + set + "/packages").expect(202).header("Location");
        long id = ended(job).get("id").asLong();
        // It waits on another node: its files are not here.
        jdbc.update(
                "update job set state = 'WAITING', ended_at = null, outcome = null, folder = 'elsewhere-" + id
                        + "' where id = ?",
                id);
        assertThat(staff.get(job).text("words")).contains("next in line");

        staff.delete(job).expect(204);
        assertThat(staff.get(job).text("state")).isEqualTo("CANCELLED");
        assertThat(staff.get("/api/v1/jobs/999999").status()).isEqualTo(404);
    }
}
