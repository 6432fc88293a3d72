package org.c25.items;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Images are removed and replaced until a set is opened or holds answers, and no later. */
@OnBothDatabases
class ChangingContentsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long study;

    @BeforeEach
    void aStudy() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study();
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    private static String item(long set, long index) {
        return "/api/v1/sets/" + set + "/items/" + index;
    }

    /** "position filename", in order. */
    private List<String> items(long set) {
        return jdbc.sql("select position, filename from item where set_id = ? order by position")
                .param(set)
                .query((row, n) -> row.getInt(1) + " " + row.getString(2))
                .list();
    }

    private int counted(long set) {
        return jdbc.sql("select items from image_set where id = ?")
                .param(set)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsBehindARemovedImageClosesUp() {
        long set = lab.draftSet(study, 5);

        staff.delete(item(set, 1001)).expect(204);

        assertThat(items(set)).containsExactly("0 face-000.png", "1 face-002.png", "2 face-003.png", "3 face-004.png");
        assertThat(counted(set)).isEqualTo(4);
        staff.delete(item(set, 1001)).expectProblem(404, "image");
        lab.open(set);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        String export = new String(lab.export(set, "expression_set1_C25.csv"), UTF_8);
        assertThat(export.lines().map(line -> line.split(",")[0]))
                .containsExactly("index", "1000", "1002", "1003", "1004");
    }

    @Test
    void severalAreRemovedAtOnceOnThePage() {
        long set = lab.draftSet(study, 9);
        String sheet = "/sets/" + set + "/items";
        Map<String, List<String>> ticked = new LinkedHashMap<>();
        ticked.put("index", List.of("1000", "1003", "1004", "1008"));
        ticked.put("_csrf", List.of(admin.formToken(sheet)));

        String page = admin.sendAll("/sets/" + set + "/images/removal", ticked).body();

        assertThat(page).contains("4 images are removed.", "4 changes by hand since");
        assertThat(items(set))
                .containsExactly(
                        "0 face-001.png", "1 face-002.png", "2 face-005.png", "3 face-006.png", "4 face-007.png");
        assertThat(counted(set)).isEqualTo(5);
        assertThat(admin.post("/sets/" + set + "/images/removal", Map.of(), sheet)
                        .body())
                .contains("choose one image or more");
        assertThat(jdbc.sql(
                                "select details from audit_event where subject = ? and action = 'image removed' order by id")
                        .param("set " + set)
                        .query(String.class)
                        .list())
                .hasSize(4)
                .startsWith("face-000.png, index 1000");
    }

    @Test
    void aSetKeepsAtLeastOneImage() {
        long set = lab.draftSet(study, 2);
        staff.delete(item(set, 1000)).expect(204);

        staff.delete(item(set, 1001)).expectProblem(409, "at least one image");

        assertThat(items(set)).containsExactly("0 face-001.png");
        assertThat(counted(set)).isEqualTo(1);
    }

    @Test
    void anotherPictureTakesThePlaceOfAnImage() {
        long set = lab.draftSet(study, 3);
        byte[] picture = Lab.picture("jpg", 77);

        Api.Answer same = staff.putUpload(item(set, 1001) + "/image", Map.of("image", picture))
                .expect(200);
        assertThat(same.text("filename")).isEqualTo("face-001.png");
        assertThat(same.number("position")).isEqualTo(1);
        Api.Answer named = staff.putUpload(item(set, 1001) + "/image", Map.of("image", picture, "filename", "new.jpg"))
                .expect(200);

        assertThat(named.text("filename")).isEqualTo("new.jpg");
        assertThat(items(set)).containsExactly("0 face-000.png", "1 new.jpg", "2 face-002.png");
        assertThat(admin.get("/sets/" + set + "/items/1/image").headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        String page = admin.get("/sets/" + set + "/items").body();
        assertThat(page).contains("2 changes by hand since", "and is new.jpg now");
        assertThat(admin.get("/audit?study=" + study).body()).contains("face-001.png, index 1001, is new.jpg now");
    }

    @Test
    void anUnfitPictureOrNameChangesNothing() {
        long set = lab.draftSet(study, 3);
        String address = item(set, 1001) + "/image";
        byte[] picture = Lab.picture("png", 77);

        staff.putUpload(address, Map.of("image", "no picture".getBytes(UTF_8))).expectFault(422, "image");
        staff.putUpload(address, Map.of()).expectFault(422, "image");
        staff.putUpload(address, Map.of("image", picture, "filename", "face-002.png"))
                .expectFault(422, "filename");
        staff.putUpload(address, Map.of("image", picture, "filename", "a/b.png"))
                .expectFault(422, "filename");
        staff.putUpload(item(set, 7) + "/image", Map.of("image", picture)).expectProblem(404, "image");

        assertThat(items(set)).containsExactly("0 face-000.png", "1 face-001.png", "2 face-002.png");
        assertThat(changes(set)).isZero();
        String page = admin.upload(
                        "/sets/" + set + "/images/1001/picture",
                        new HashMap<>(Map.of("image", picture, "filename", "face-002.png")),
                        "/sets/" + set + "/images/1001")
                .body();
        assertThat(page).contains("face-002.png is in the set already");
    }

    private int changes(long set) {
        return jdbc.sql("select count(*) from item_change where set_id = ?")
                .param(set)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSetThatHasBeenOpenedStaysAsItIs() {
        long set = lab.openSet(study, 3);
        lab.close(set);

        refused(set, "has been opened");

        String page = admin.get("/sets/" + set + "/items").body();
        assertThat(page).doesNotContain("name=\"index\"");
        assertThat(admin.get("/sets/" + set + "/images/1001").body()).contains("stay as they are");
    }

    private void refused(long set, String why) {
        staff.delete(item(set, 1001)).expectProblem(409, why);
        staff.putUpload(item(set, 1001) + "/image", Map.of("image", Lab.picture("png", 77)))
                .expectProblem(409, why);
        staff.upload(item(set, 1001) + "/successor", Map.of("x", "y")).expectProblem(409, why);
        assertThat(items(set)).hasSize(3);
        assertThat(changes(set)).isZero();
    }

    @Test
    void aSetWithImportedAnswersStaysAsItIs() {
        long set = lab.draftSet(lab.study(Map.of("capacity", 1)), 3);
        String csv = "index,filename,participant0\r\n1000,face-000.png,%1$s\r\n1001,face-001.png,%1$s\r\n"
                + "1002,face-002.png,%1$s\r\n";
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression", csv.formatted("1").getBytes(UTF_8),
                                "valence", csv.formatted("0.25").getBytes(UTF_8),
                                "arousal", csv.formatted("0.25").getBytes(UTF_8)))
                .expect(201);

        refused(set, "answers to this set already");
    }

    @Test
    void aSetThatIsNoneOfAffectNetsHasNoNextImage() {
        long set = lab.draftSet(study, 3);

        staff.upload(item(set, 1001) + "/successor", Map.of("x", "y")).expectProblem(409, "not chosen from AffectNet");
        assertThat(admin.get("/sets/" + set + "/images/1001").body())
                .contains("Replace it by a picture of yours")
                .doesNotContain("Replace by the next");
    }

    @Test
    void ofAnOpeningAndARemovalAtTheSameMomentTheSecondFindsWhatTheFirstLeft() {
        for (int round = 0; round < 6; round++) {
            long set = lab.draftSet(lab.study(), 6);
            List<CompletableFuture<Integer>> removals = IntStream.range(0, 5)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> staff.delete(item(set, 1000 + i)).status()))
                    .toList();
            CompletableFuture<Void> opening = CompletableFuture.runAsync(() -> lab.open(set));
            long removed = removals.stream()
                    .map(CompletableFuture::join)
                    .filter(status -> {
                        assertThat(status).isIn(204, 409);
                        return status == 204;
                    })
                    .count();
            opening.join();

            assertThat(items(set)).hasSize(6 - (int) removed).hasSize(counted(set));
            assertThat(items(set).get(items(set).size() - 1)).isEqualTo((5 - removed) + " face-005.png");
            assertThat(jdbc.sql("select state from image_set where id = ?")
                            .param(set)
                            .query(String.class)
                            .single())
                    .isEqualTo("OPEN");
        }
    }
}
