package org.c25.sets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures without a manifest make a set, whose list can be changed, and which can be deleted while nobody has answered. */
@OnBothDatabases
class ASetFromPicturesTest {

    private static final Map<String, byte[]> FACES = faces();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Value("${c25.data-dir}")
    Path data;

    private Api staff;
    private Lab lab;
    private long study;

    private static Map<String, byte[]> faces() {
        Map<String, byte[]> faces = new LinkedHashMap<>();
        faces.put("faces/10.png", Lab.picture("png", 5010));
        faces.put("faces/2.png", Lab.picture("png", 5002));
        faces.put("faces/1.png", Lab.picture("png", 5001));
        return faces;
    }

    @BeforeEach
    void aStudy() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study();
    }

    private Api.Answer make(Map<String, Object> parts) {
        Map<String, Object> all = new LinkedHashMap<>(parts);
        all.putIfAbsent("number", "1");
        return staff.upload("/api/v1/studies/" + study + "/sets", all);
    }

    private long set() {
        return make(Map.of("images", Lab.zip(FACES)))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private String manifest(long set) {
        return staff.get("/api/v1/sets/" + set + "/manifest").expect(200).body();
    }

    @Test
    void aZipAloneIsASetInTheOrderOfItsNames() {
        Map<String, byte[]> files = new LinkedHashMap<>(FACES);
        files.put("faces/.DS_Store", new byte[1]);
        files.put("__MACOSX/faces/._1.png", new byte[1]);
        files.put(".hidden/4.png", new byte[1]);
        files.put("faces/list.csv", "index,filename\n".getBytes(UTF_8));

        Api.Answer made = make(Map.of("images", Lab.zip(files))).expect(201);

        assertThat(made.number("items")).isEqualTo(3);
        assertThat(made.json().has("columns")).isFalse();
        assertThat(made.json().get("passedOver").toString())
                .contains("faces/.DS_Store", "__MACOSX/faces/._1.png", ".hidden/4.png", "faces/list.csv");
        long set = made.json().get("id").asLong();
        assertThat(manifest(set)).isEqualTo("index,filename\r\n0,1.png\r\n1,2.png\r\n2,10.png\r\n");
        assertThat(jdbc.sql("select kind from image_set where id = ?")
                        .param(set)
                        .query(String.class)
                        .single())
                .isEqualTo("CUSTOM");
    }

    @Test
    void picturesMayComeOneByOneWithTheirFolders() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("all/fear/1.png", Lab.picture("png", 5021));
        files.put("all/anger/1.png", Lab.picture("png", 5022));
        files.put("all/readme.txt", "hello".getBytes(UTF_8));

        Api.Answer made = make(Map.of("pictures", files)).expect(201);

        assertThat(manifest(made.json().get("id").asLong()))
                .as("two files of one name get the names of their folders")
                .isEqualTo("index,filename\r\n0,anger_1.png\r\n1,fear_1.png\r\n");
        assertThat(made.json().get("passedOver").toString()).isEqualTo("[\"all/readme.txt\"]");
    }

    @Test
    void manyPicturesMayComeOneByOne() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 120; i++) {
            files.put("f/" + i + ".png", Lab.picture("png", i));
        }

        assertThat(make(Map.of("pictures", files)).expect(201).number("items")).isEqualTo(120);
    }

    @Test
    void whatIsWrongWithPicturesIsToldByFileAndNothingIsStored() {
        Map<String, byte[]> files = new LinkedHashMap<>(FACES);
        files.put("empty.png", new byte[0]);
        files.put("text.jpg", "hello".getBytes(UTF_8));
        files.put("drawing.svg", "<svg/>".getBytes(UTF_8));

        Api.Answer refused = make(Map.of("images", Lab.zip(files))).expectFault(422, "images");

        assertThat(refused.body()).contains("empty.png", "text.jpg", "drawing.svg");
        make(Map.of("images", Lab.zip(Map.of("readme.txt", new byte[1], "in.zip", Lab.zip(FACES)))))
                .expectProblem(422, "holds no pictures");
        make(Map.of("images", Lab.zip(Map.of()))).expectFault(422, "images");
        make(Map.of("x", new byte[0])).expectFault(422, "images");
        make(Map.of("images", Lab.zip(FACES), "pictures", FACES)).expectFault(422, "pictures");
        make(Map.of("pictures", "a path")).expectFault(422, "pictures");
        make(Map.of("folder", "faces")).expectProblem(422, "c25.images.root");
        assertThat(jdbc.sql("select count(*) from image_set where study_id = ?")
                        .param(study)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theManifestCanBeDownloadedChangedAndSentAgain() {
        long set = set();
        String path = "/api/v1/sets/" + set + "/manifest";

        Api.Answer taken = staff.putUpload(
                        path,
                        Map.of(
                                "manifest",
                                "filename;index;expression;note\r\n10.png;7;3;x\r\n1.png;9;happiness;y\r\n"
                                        .getBytes(UTF_8)))
                .expect(200);

        assertThat(taken.number("items")).isEqualTo(2);
        assertThat(taken.number("removed")).isEqualTo(1);
        assertThat(taken.json().at("/columns/passedOver").toString()).isEqualTo("[\"note\"]");
        assertThat(manifest(set))
                .isEqualTo("index,filename,expression,valence,arousal\r\n7,10.png,3,,\r\n9,1.png,1,,\r\n");
        staff.putUpload(path, Map.of("manifest", "index,filename\n9,10.png\n7,1.png\n".getBytes(UTF_8)))
                .expect(200);
        assertThat(manifest(set))
                .as("labels stay where the file has no column for them")
                .isEqualTo("index,filename,expression,valence,arousal\r\n9,10.png,3,,\r\n7,1.png,1,,\r\n");
        staff.putUpload(path, Map.of("manifest", "index,filename\n1,10.png\n1,2.png\n".getBytes(UTF_8)))
                .expectProblem(422, "2.png is not in the set");
        lab.open(set);
        staff.putUpload(path, Map.of("manifest", "index,filename\n1,10.png\n".getBytes(UTF_8)))
                .expectProblem(409, "opened");
        assertThat(lab.progress(set).get("capacity").asInt()).isEqualTo(25);
    }

    @Test
    void thePageTellsTheSameAsTheApi() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String form = "/studies/" + study + "/sets/new";

        HttpResponse<String> refused = admin.upload(
                "/studies/" + study + "/sets", Map.of("number", "1", "images", "no zip".getBytes(UTF_8)), form);
        assertThat(refused.body()).contains("is not a ZIP archive");
        HttpResponse<String> made =
                admin.upload("/studies/" + study + "/sets", Map.of("number", "1", "pictures", FACES), form);
        String page = made.body();
        assertThat(page).contains("Set 1 is made: 3 images, in the order of their names.");
        String set = Visitor.found("/sets/([0-9]+)/opening", page);
        assertThat(admin.get("/sets/" + set + "/manifest").body()).contains("manifest.csv");
        admin.upload(
                "/sets/" + set + "/manifest",
                Map.of("manifest", "index,filename\n3,2.png\n".getBytes(UTF_8)),
                "/sets/" + set + "/manifest");
        assertThat(admin.get("/sets/" + set + "/manifest.csv").body()).isEqualTo("index,filename\r\n3,2.png\r\n");
        admin.post("/sets/" + set + "/change", Map.of("kind", "RANDOM"), "/sets/" + set + "/change");
        assertThat(admin.get("/sets/" + set).body()).contains("random");
        assertThat(admin.get("/sets/" + set + "/deletion").body()).contains("Delete Set 1?", "Nobody has joined");
        assertThat(admin.post("/sets/" + set + "/deletion", Map.of(), "/sets/" + set + "/deletion")
                        .body())
                .contains("Set 1 is deleted.", "has no image set yet");
    }

    @Test
    void theKindCanBeChangedUntilTheSetIsOpened() {
        long set = set();

        assertThat(staff.patch("/api/v1/sets/" + set, Map.of("kind", "random"))
                        .expect(200)
                        .text("kind"))
                .isEqualTo("RANDOM");
        staff.patch("/api/v1/sets/" + set, Map.of("kind", "lovely")).expectFault(422, "kind");
        staff.patch("/api/v1/sets/" + set, Map.of()).expectFault(422, "kind");
        lab.open(set);
        staff.patch("/api/v1/sets/" + set, Map.of("kind", "CUSTOM")).expectProblem(409, "opened");
    }

    @Test
    void aSetHasANameThatStaffSeeAndCanChangeAtAnyTime() {
        long set = make(Map.of("images", Lab.zip(Map.of("a.png", Lab.picture("png", 6003))), "name", " Pilot <1> "))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/sets/" + set).body()).contains("Set 1, Pilot &lt;1&gt;");
        lab.open(set);

        assertThat(staff.patch("/api/v1/sets/" + set, Map.of("name", "Main study"))
                        .expect(200)
                        .body())
                .contains("\"name\":\"Main study\"", "\"kind\":\"CUSTOM\"");
        staff.patch("/api/v1/sets/" + set, Map.of("name", "x".repeat(101))).expectFault(422, "name");
        staff.patch("/api/v1/sets/" + set, Map.of("name", "two\nlines")).expectFault(422, "name");
        String page = "/sets/" + set + "/change";
        assertThat(admin.post(page, Map.of("name", "x".repeat(101)), page).body())
                .contains("at most 100 characters");
        assertThat(admin.post(page, Map.of("name", ""), page).body())
                .contains(">Set 1<")
                .doesNotContain("Main study");
    }

    @Test
    void aSetToWhichNobodyHasAnsweredIsDeletedWithItsFiles() throws IOException {
        byte[] shared = Lab.picture("png", 6001);
        byte[] own = Lab.picture("png", 6002);
        study = lab.study(Map.of("recruiter", Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID")));
        long kept = make(Map.of("images", Lab.zip(Map.of("s.png", shared)), "number", "2"))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        long set = make(Map.of("images", Lab.zip(Map.of("s.png", shared, "o.png", own))))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        assertThat(isStored(shared)).isTrue();
        assertThat(isStored(own)).isTrue();
        lab.open(set);
        lab.recruit(set);
        List<String> tokens = lab.invite(set, 3);
        Map<String, Object> consent = Map.of("accepted", true, "locale", "en", "outsideId", "anna1");
        new Person(Api.stranger(port), tokens.get(0)).consent(consent).expect(200);

        staff.delete("/api/v1/sets/" + set).expect(204);

        assertThat(isStored(shared)).isTrue();
        assertThat(isStored(own)).isFalse();
        staff.get("/api/v1/sets/" + set + "/progress").expectProblem(404, "set");
        staff.delete("/api/v1/sets/" + set).expectProblem(404, "set");
        new Person(Api.stranger(port), tokens.get(0))
                .get("/api/v1/participant/trials")
                .expect(401);
        new Person(Api.stranger(port), tokens.get(1)).consent().expect(401);
        assertThat(jdbc.sql("select details from audit_event where action = 'set deleted' and subject = ?")
                        .param("set " + set)
                        .query(String.class)
                        .single())
                .contains("2 images");
        lab.open(kept);
        Person person = new Person(Api.stranger(port), lab.invite(kept, 1).get(0));
        person.consent(consent).expect(200);
        person.get(person.trials().get(0).get("image").asString()).expect(200);
        make(Map.of("images", Lab.zip(Map.of("o.png", own)))).expect(201);
    }

    private boolean isStored(byte[] picture) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("images"))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toFile)
                    .filter(file -> file.length() == picture.length)
                    .anyMatch(file -> {
                        try {
                            return Arrays.equals(Files.readAllBytes(file.toPath()), picture);
                        } catch (IOException gone) {
                            return false;
                        }
                    });
        }
    }

    @Test
    void aSetWithAnswersStays() {
        long set = set();
        lab.open(set);
        List<String> tokens = lab.invite(set, 2);
        Person person = new Person(Api.stranger(port), tokens.get(0));
        person.consent().expect(200);
        person.answer(0, 1, 5, 5).expect(200);

        staff.delete("/api/v1/sets/" + set).expectProblem(409, "answered");

        assertThat(person.answer(1, 1, 5, 5).expect(200).number("answered")).isEqualTo(2);
        person.withdraw().expect(204);
        staff.delete("/api/v1/sets/" + set).expectProblem(409, "answered");
        Api.stranger(port).delete("/api/v1/sets/" + set).expect(401);
    }
}
