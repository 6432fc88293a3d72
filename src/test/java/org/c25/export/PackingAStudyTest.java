package org.c25.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All sets of a study come in one ZIP: each as its own data package has it, with a list of what is in it. */
@OnBothDatabases
class PackingAStudyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private long study;

    @BeforeEach
    void aStudy() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study(Map.of("name", "Two sets", "capacity", 2, "repeatShare", 0));
    }

    private long set(int number, int images) {
        Map<String, Object> parts = new LinkedHashMap<>(Lab.parts(Lab.manifest(images), Lab.zip(images)));
        parts.put("number", String.valueOf(number));
        long set = staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        lab.open(set);
        return set;
    }

    private String address() {
        return "/studies/" + study + "/exports/data-package.zip";
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void eachSetIsAsItsOwnPackageAndTheContentsNameEveryFile() throws IOException {
        long first = set(1, 2);
        long third = set(3, 3);
        Person person = new Person(Api.stranger(port), lab.invite(third, 1).get(0));
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        byte[] zip = staff.get("/api/v1" + address()).expect(200).bytes();

        Map<String, byte[]> files = unpacked(zip);
        Map<String, byte[]> expected = new LinkedHashMap<>();
        unpacked(lab.export(first, "data-package.zip")).forEach((name, bytes) -> expected.put("set1/" + name, bytes));
        unpacked(lab.export(third, "data-package.zip")).forEach((name, bytes) -> expected.put("set3/" + name, bytes));
        JsonNode contents = JSON.readTree(files.remove("contents.json"));
        assertThat(files).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(contents.get("study").asString()).isEqualTo("Two sets");
        assertThat(contents.get("sets")
                        .valueStream()
                        .map(set -> set.get("folder").asString()))
                .containsExactly("set1/", "set3/");
        assertThat(contents.get("sets")
                        .valueStream()
                        .map(set -> set.get("images").asInt()))
                .containsExactly(2, 3);
        assertThat(contents.get("files")
                        .valueStream()
                        .map(file -> file.get("path").asString()))
                .containsExactlyElementsOf(files.keySet());
        contents.get("files").forEach(file -> {
            byte[] bytes = files.get(file.get("path").asString());
            assertThat(file.get("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(file.get("sha256").asString()).isEqualTo(Sha256.of(bytes));
        });
        assertThat(staff.get("/api/v1" + address()).expect(200).bytes()).isEqualTo(zip);
    }

    @Test
    void affectNetsLabelsAreInItOnlyIfAskedFor() throws IOException {
        set(1, 2);

        assertThat(unpacked(staff.get("/api/v1" + address()).bytes()).keySet()).noneMatch(this::hasLabels);
        assertThat(unpacked(staff.get("/api/v1" + address() + "?affectNetLabels=true")
                                .bytes())
                        .keySet())
                .anyMatch(this::hasLabels);
    }

    private boolean hasLabels(String path) {
        return path.contains("affectnet-labels");
    }

    @Test
    void thePageOfTheStudyOffersItOnceThereIsASetAndTheAuditTellsWhoHadIt() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/studies/" + study).body()).doesNotContain("All data of the study");
        staff.get("/api/v1" + address()).expect(404);
        set(1, 2);

        assertThat(admin.get("/studies/" + study).body()).contains("All data of the study", address());
        var reply = admin.get(address());
        assertThat(reply.headers().firstValue("Content-Disposition").orElse(""))
                .contains("study" + study + "-data-package.zip");
        assertThat(reply.body().getBytes(StandardCharsets.ISO_8859_1)).isNotEmpty();
        assertThat(admin.get("/audit?study=" + study).body())
                .contains("file exported", "study " + study, "data-package.zip");
    }

    @Test
    void whoeverMayNotSeeTheStudyFindsNothing() {
        set(1, 2);
        String kim = "kim-" + System.nanoTime();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String password = Visitor.found(
                "class=\"once\">([^<]+)<",
                admin.post("/accounts", Map.of("name", kim, "role", "EXPERIMENTER"), "/accounts")
                        .body());

        Api.stranger(port).account(kim, password).get("/api/v1" + address()).expect(404);
        assertThat(List.of(401, 403))
                .contains(Api.stranger(port).get("/api/v1" + address()).status());
    }
}
