package org.c25.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The contact sheet: quick with ten thousand images, found by class, name and index. */
@OnBothDatabases
class LookingThroughASetTest {

    private static final int MANY = 10_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Lab lab;
    private Visitor staff;

    @BeforeEach
    void aVisitor() {
        lab = new Lab(Api.stranger(port).admin());
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    /** A set whose images all show one picture, with a class and a score each. */
    private long setOfMany() {
        long set = lab.draftSet(lab.study(), 1);
        String hash = jdbc.queryForObject("select image_hash from item where set_id = ?", String.class, set);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i < MANY; i++) {
            rows.add(new Object[] {set, i, 1000 + i, "face-%05d.png".formatted(i), hash, i % 10, i / 10_000.0});
        }
        jdbc.batchUpdate("""
                insert into item (set_id, position, source_index, filename, image_hash, image_type, image_width,
                    image_height, affectnet_expression, score)
                values (?, ?, ?, ?, ?, 'image/png', 24, 24, ?, ?)""", rows);
        jdbc.update("update image_set set items = ? where id = ?", MANY, set);
        return set;
    }

    @Test
    void aPageOfTenThousandImagesHoldsAFewOfThem() {
        long set = setOfMany();
        staff.get("/sets/" + set + "/items");
        for (String query : List.of("", "?from=9800", "?class=fear", "?find=77&sort=score", "?at=5000")) {
            long start = System.nanoTime();
            HttpResponse<String> page = staff.get("/sets/" + set + "/items" + query);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body().length()).as("characters of the page").isLessThan(200_000);
            System.out.printf(
                    "%s%s: %d ms, %d characters%n",
                    getClass().getSimpleName(),
                    query,
                    took.toMillis(),
                    page.body().length());
        }
    }

    @Test
    void imagesAreFoundByClassNameAndIndexAndRankedByScore() {
        long set = setOfMany();
        String sheet = "/sets/" + set + "/items";

        assertThat(names(sheet)).hasSize(200).startsWith("face-000.png", "face-00001.png");
        assertThat(names(sheet + "?at=201").get(0)).isEqualTo("face-00200.png");
        assertThat(names(sheet + "?at=9999")).contains("face-09998.png");
        assertThat(names(sheet + "?from=9900")).hasSize(100);
        assertThat(names(sheet + "?class=fear").subList(0, 2)).containsExactly("face-00004.png", "face-00014.png");
        assertThat(names(sheet + "?class=other").subList(0, 2)).containsExactly("face-00008.png", "face-00009.png");
        assertThat(names(sheet + "?find=FACE-00123")).containsExactly("face-00123.png");
        assertThat(names(sheet + "?find=%23" + 10_777)).containsExactly("face-09777.png");
        assertThat(names(sheet + "?find=%25")).as("no wildcard").isEmpty();
        assertThat(names(sheet + "?sort=score").subList(0, 2)).containsExactly("face-09999.png", "face-09998.png");
        assertThat(names(sheet + "?class=fear&find=0001&sort=score"))
                .as("all together")
                .containsExactly("face-00014.png");
        String filtered = staff.get(sheet + "?class=fear").body();
        assertThat(filtered).contains("1 to 200 of 1,000", "?class=fear&amp;from=200", "?class=fear&amp;from=800");
        assertThat(staff.get(sheet + "?find=nothing").body()).contains("No image has this class, name or index.");
        assertThat(staff.get(sheet + "?from=x&at=y&class=lovely").statusCode()).isEqualTo(200);
    }

    private List<String> names(String path) {
        HttpResponse<String> page = staff.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        return java.util.regex.Pattern.compile("class=\"name\" title=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aThumbnailIsASmallPictureThatBrowsersKeepToThemselves() {
        long set = lab.draftSet(lab.study(), 2);
        String page = staff.get("/sets/" + set + "/items").body();
        String address = Visitor.found("src=\"(/sets/\\d+/items/0/thumbnail\\?v=[0-9a-f]{12})\"", page);

        List<HttpResponse<String>> all = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> staff.get(address))
                .toList();

        assertThat(all).allMatch(one -> one.statusCode() == 200);
        HttpResponse<String> one = all.get(0);
        assertThat(one.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(one.headers().firstValue("Cache-Control").orElse(""))
                .contains("private", "max-age=2592000", "immutable");
        assertThat(staff.get("/sets/" + set + "/items/0/thumbnail")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .as("without the picture's name")
                .contains("private", "no-cache");
        assertThat(staff.get("/sets/" + set + "/items/2/thumbnail").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aThumbnailIsOnlyForWhoMaySeeTheSet() {
        long set = lab.draftSet(lab.study(), 1);
        Visitor admin = staff;
        String name = "t" + System.nanoTime();
        String password = Visitor.found(
                "class=\"once\">([^<]+)",
                admin.post("/accounts", java.util.Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor other = new Visitor(port);
        other.signIn(name, password);

        for (String path : List.of("/items", "/items/0/thumbnail", "/items/0/image", "/images/1000")) {
            assertThat(other.get("/sets/" + set + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(new Visitor(port).get("/sets/" + set + "/items/0/thumbnail").body())
                .contains("Sign in");
    }
}
