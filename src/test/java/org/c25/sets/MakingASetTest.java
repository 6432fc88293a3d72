package org.c25.sets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets come in whole or not at all, and each fault is told by line and file. */
@OnBothDatabases
class MakingASetTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Value("${c25.data-dir}")
    Path data;

    private Api staff;
    private Lab lab;
    private long study;

    @BeforeEach
    void aStudy() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study();
    }

    private Api.Answer make(Map<String, Object> parts) {
        return staff.upload("/api/v1/studies/" + study + "/sets", parts);
    }

    @Test
    void aManifestAndItsImagesMakeASet() {
        Map<String, byte[]> images = new LinkedHashMap<>();
        images.put("a/one.PNG", Lab.picture("png", 1));
        images.put("b/two.jpeg", Lab.picture("jpg", 2));
        images.put("three.JPG", Lab.picture("jpg", 3));

        Api.Answer made = make(Lab.parts("filename,index\none.PNG,7\ntwo.jpeg,3\nthree.JPG,415000\n", Lab.zip(images)))
                .expect(201);

        assertThat(made.number("items")).isEqualTo(3);
        assertThat(new String(lab.export(made.json().get("id").asLong(), "expression_set1_C25.csv"), UTF_8).lines())
                .map(line -> line.replaceAll(",+$", ""))
                .containsExactly(header(), "7,one.PNG", "3,two.jpeg", "415000,three.JPG");
    }

    private static String header() {
        StringBuilder header = new StringBuilder("index,filename");
        for (int slot = 0; slot < 25; slot++) {
            header.append(",participant").append(slot);
        }
        return header.toString();
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsStored() throws IOException {
        Map<String, byte[]> images = new LinkedHashMap<>();
        images.put("good.png", Lab.picture("png", 4001));
        images.put("text.png", "not a picture".getBytes(UTF_8));
        images.put("../out.png", Lab.picture("png", 4002));
        long before = stored();

        Api.Answer refused = make(Lab.parts(
                        "index,filename\n1,good.png\n2,text.png\n1,missing.png\n4,good.png\n", Lab.zip(images)))
                .expect(422);

        assertThat(refused.body())
                .as("what the manifest does not name is passed over")
                .doesNotContain("../out.png")
                .contains("text.png")
                .contains("missing.png")
                .contains("\"line\":4")
                .contains("\"line\":5")
                .contains("\"column\":\"index\"")
                .contains("\"column\":\"filename\"");
        assertThat(stored()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from image_set where study_id = ?")
                        .param(study)
                        .query(Integer.class)
                        .single())
                .isZero();
        make(Lab.parts(Lab.manifest(1), Lab.zip(1))).expect(201);
    }

    private long stored() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".db"))
                    .count();
        }
    }

    @Test
    void eachFieldIsAskedForByName() {
        for (String field : new String[] {"number", "kind"}) {
            Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(1), Lab.zip(1)));
            parts.remove(field);
            make(parts).expectFault(422, field);
        }
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(1), Lab.zip(1)));
        parts.put("number", "first");
        make(parts).expectFault(422, "number");
        parts.put("number", "0");
        make(parts).expectFault(422, "number");
        parts.put("number", "1");
        parts.put("kind", "LOVELY");
        make(parts).expectFault(422, "kind");
        parts.put("kind", "RANDOM");
        parts.put("images", "a file name");
        make(parts).expectFault(422, "images");
        String path = "/api/v1/studies/" + study + "/sets";
        staff.postRaw(path, "multipart/form-data", "x").expectProblem(400, "multipart");
        staff.postRaw(path, "multipart/form-data; boundary=b", "--b\r\nContent-")
                .expectProblem(400, "multipart");
        staff.get("/api/v1/sets/abc/progress").expectProblem(404, "set");
        make(Lab.parts(Lab.manifest(1), "not a zip".getBytes(UTF_8))).expectFault(422, "images");
        make(Lab.parts("", Lab.zip(1))).expectFault(422, "manifest");
    }

    @Test
    void aNumberIsUsedOnceInAStudy() {
        make(Lab.parts(Lab.manifest(2), Lab.zip(2))).expect(201);

        make(Lab.parts(Lab.manifest(2), Lab.zip(2))).expectProblem(409, "1");
    }

    @Test
    void aManifestInAnotherEncodingOrWithRaggedLinesIsRefused() {
        Map<String, Object> parts = new HashMap<>(Lab.parts("", Lab.zip(1)));
        parts.put("manifest", "index,filename\n1,caf\u00e9.png\n".getBytes(ISO_8859_1));
        make(parts).expectProblem(422, "UTF-8");
        make(Lab.parts("index,filename\n1,a,b.png\n", Lab.zip(1)))
                .expectProblem(422, "has 3 columns, and the header 2");
        make(Lab.parts("index,filename\n1\n", Lab.zip(1))).expectProblem(422, "has 1 columns, and the header 2");
    }

    @Test
    void twoRequestsAtOnceMakeOneSetOfANumber() {
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> make(Lab.parts(Lab.manifest(2), Lab.zip(2))).status())
                .toList();

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void aSetWithoutImagesCantOpen() {
        long set = lab.bareSet(study, Lab.manifest(2).getBytes(UTF_8));

        staff.post("/api/v1/sets/" + set + "/opening").expectProblem(409, "image");
    }

    @Test
    void anotherExperimentersStudyIsNotThere() {
        long set = lab.openSet(study, 2);
        Api other = anExperimenter();

        other.upload("/api/v1/studies/" + study + "/sets", Lab.parts(Lab.manifest(1), Lab.zip(1)))
                .expectProblem(404, "study");
        other.upload("/api/v1/studies/" + study + "/sets/affectnet", Map.of("number", "2", "kind", "RANDOM"))
                .expectProblem(404, "study");
        other.post("/api/v1/sets/" + set + "/opening").expectProblem(404, "set");
        other.get("/api/v1/sets/" + set + "/progress").expectProblem(404, "set");
        other.get("/api/v1/sets/" + set + "/exports/expression_set1_C25.csv").expectProblem(404, "set");
        other.post("/api/v1/sets/" + set + "/invitations", Map.of("count", 1)).expectProblem(404, "set");
        Api.stranger(port).get("/api/v1/sets/" + set + "/progress").expectProblem(401, "token");
        Api.stranger(port)
                .get("/api/v1/sets/" + set + "/exports/expression_set1_C25.csv")
                .expect(401);
    }

    private Api anExperimenter() {
        jdbc.sql("delete from api_token where account_id in (select id from account where name = 'other')")
                .update();
        jdbc.sql("delete from account where name = 'other'").update();
        jdbc.sql("""
                        insert into account (name, password_hash, password_made_up, role, enabled, created_at)
                        values ('other', '{noop}a-password-of-theirs', false, 'EXPERIMENTER', true, current_timestamp)""").update();
        return Api.stranger(port).account("other", "a-password-of-theirs");
    }

    @Test
    void aServerWithoutAFolderForAffectNetNamesTheSetting() {
        Map<String, Object> parts = Map.of("number", "1", "kind", "RANDOM", "trainingPath", "training.csv");

        staff.upload("/api/v1/studies/" + study + "/sets/affectnet", parts).expectProblem(422, "c25.affectnet.root");
    }

    @Test
    void aStudyIsCheckedFieldByField() {
        staff.post("/api/v1/studies", Map.of()).expectFault(422, "name");
        staff.post("/api/v1/studies", Map.of("name", " ")).expectFault(422, "name");
        staff.post("/api/v1/studies", Map.of("name", "x", "capacity", 0)).expectFault(422, "capacity");
        staff.post("/api/v1/studies", Map.of("name", "x", "capacity", "many")).expectFault(422, "capacity");
        staff.post("/api/v1/studies", Map.of("name", "x", "repeatShare", 1.5)).expectFault(422, "repeatShare");
    }

    @Test
    void theReplyTellsWhichColumnsWereReadAndWhichPassedOver() {
        Api.Answer made = make(Lab.parts(
                        "Index;filename;Expression;label\n1;a.png;3;x\n",
                        Lab.zip(Map.of("a.png", Lab.picture("png", 1)))))
                .expect(201);

        assertThat(made.json().at("/columns/read").toString()).isEqualTo("[\"Index\",\"filename\",\"Expression\"]");
        assertThat(made.json().at("/columns/passedOver").toString()).isEqualTo("[\"label\"]");
    }

    @Test
    void answersThatExcelHasSavedComeOutAsPublished() {
        long set = lab.bareSet(
                lab.study(Map.of("name", "Three", "capacity", 3)),
                "index,filename\n10,a.png\n20,b.png\n".getBytes(UTF_8));
        String header = "sep=;\r\nindex;filename;participant0;participant1;participant2\r\n";

        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression", (header + "10;a.png;0;7;\r\n20;b.png;3;NA;\r\n;;;;\r\n").getBytes(UTF_8),
                                "valence", (header + "10;a.png;-1;0;\r\n20;b.png;.25;;\r\n").getBytes(UTF_8),
                                "arousal", (header + "10;a.png;1;0;\r\n20;b.png;0.5;;\r\n").getBytes(UTF_8)))
                .expect(201);

        assertThat(new String(lab.export(set, "valence_set1_C3.csv"), UTF_8))
                .isEqualTo(
                        "index,filename,participant0,participant1,participant2\r\n10,a.png,-1.0,0.0,\r\n20,b.png,0.25,,\r\n");
        assertThat(new String(lab.export(set, "expression_set1_C3.csv"), UTF_8))
                .isEqualTo(
                        "index,filename,participant0,participant1,participant2\r\n10,a.png,0,7,\r\n20,b.png,3,,\r\n");
    }
}
