package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Database;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A recruiter opens the study, and hundreds come to its link at the same moment. */
@OnBothDatabases
class ComingAllAtOnceTest {

    private static final int PLACES = 25;

    // As in a browser, but one for all: five hundred of them would be most of the load.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    private int people() {
        return database == Database.H2 ? 120 : 500;
    }

    private int images() {
        return database == Database.H2 ? 80 : 800;
    }

    /** For all of them to have their reply; held with {@code -Dc25.measure=true}, else only told. */
    private Duration most() {
        return Duration.ofSeconds(database == Database.H2 ? 10 : 5);
    }

    private String link(int images) {
        long study = lab.study(Map.of(
                "recruiter",
                Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                "recruitment", // All of them have one address, and nobody is to wait.
                Map.of("newPlaces", 1000, "newPlacesPerAddress", 1000)));
        long set = lab.openSet(study, images);
        String url = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        return set + " " + url.substring(url.indexOf("/recruit/")) + "?PROLIFIC_PID=";
    }

    @Test
    void exactlyAsManyAsThereArePlacesGetOneAndTheOthersAreToldPolitely() throws Exception {
        rush(link(20).split(" ")[1], 60); // A server that has just been started is slow at first.
        String[] setAndLink = link(images()).split(" ");
        long set = Long.parseLong(setAndLink[0]);

        Stopwatch stopwatch = new Stopwatch();
        List<String> outcomes = rush(setAndLink[1], people());
        Duration took = stopwatch.taken();
        Duration alone = stopwatch.takenAlone(took);

        Map<String, Long> counts =
                outcomes.stream().collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        System.out.printf(
                "%d people at one link for %d places of %d images: %d ms, without others on the machine %d ms, %s%n",
                people(), PLACES, images(), took.toMillis(), alone.toMillis(), counts);
        assertThat(outcomes.stream().filter(outcome -> outcome.equals("in"))).hasSize(PLACES);
        assertThat(outcomes.stream().filter(outcome -> outcome.startsWith("full")))
                .hasSize(people() - PLACES);
        assertThat(distinct("select invitation_id from participant where set_id = ?", set))
                .isEqualTo(PLACES);
        assertThat(distinct("select participant_id from slot where set_id = ? and participant_id is not null", set))
                .isEqualTo(PLACES);
        assertThat(distinct("select id_hmac from outside_id where set_id = ?", set))
                .isEqualTo(PLACES);
        assertThat(lab.progress(set).get("participants")).hasSize(PLACES);
        if (Boolean.getBoolean("c25.measure")) {
            assertThat(alone).isLessThan(most());
        }
    }

    /** Measures a time, and how much of the machine others used meanwhile: it is not ours to answer for. */
    private static final class Stopwatch {

        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long ownAtFirst = system.getProcessCpuTime();
        private final long begin = System.nanoTime();

        Stopwatch() {
            system.getCpuLoad(); // The next one is for the time since this one.
        }

        Duration taken() {
            return Duration.ofNanos(System.nanoTime() - begin);
        }

        /** The database counts among the others; so what is left is a little too short, by what it needs. */
        Duration takenAlone(Duration taken) {
            double all = Math.max(0, system.getCpuLoad());
            double own = (double) (system.getProcessCpuTime() - ownAtFirst)
                    / taken.toNanos()
                    / system.getAvailableProcessors();
            return Duration.ofNanos((long) (taken.toNanos() * (1 - Math.max(0, all - own))));
        }
    }

    private int distinct(String query, long set) {
        List<String> values = jdbc.sql(query).param(set).query(String.class).list();
        assertThat(values).doesNotHaveDuplicates();
        return values.size();
    }

    /** Half of them by the page, half by the API. */
    private List<String> rush(String link, int people) throws Exception {
        return AtOnce.all(IntStream.range(0, people)
                .<Callable<String>>mapToObj(i -> () -> new Comer(i % 2 == 0).come(link + "person-" + i, "person-" + i))
                .toList());
    }

    /** Somebody with cookies of their own. */
    private final class Comer {

        private final boolean byPage;
        private final Map<String, String> cookies = new LinkedHashMap<>(Map.of("c25-language", "en"));

        Comer(boolean byPage) {
            this.byPage = byPage;
        }

        /** @return in, or full and by what status they were told */
        String come(String address, String id) throws IOException, InterruptedException {
            HttpResponse<String> opened = send(HttpRequest.newBuilder(uri(address)));
            if (opened.statusCode() != 302) {
                return told(opened);
            }
            return byPage
                    ? agree(URI.create(opened.headers().firstValue("Location").orElseThrow())
                            .getPath())
                    : consent(id);
        }

        private String agree(String home) throws IOException, InterruptedException {
            HttpResponse<String> asked = send(HttpRequest.newBuilder(uri(home)));
            if (!asked.body().contains("I agree")) {
                return told(asked);
            }
            String token = Visitor.found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", asked.body());
            HttpResponse<String> agreed = send(HttpRequest.newBuilder(uri(home + "/consent"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "accepted=true&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
            assertThat(agreed.statusCode()).isEqualTo(302);
            HttpResponse<String> next = send(HttpRequest.newBuilder(
                    uri(agreed.headers().firstValue("Location").orElseThrow())));
            return next.body().contains("How it works") ? "in" : told(next);
        }

        private String consent(String id) {
            Api.Answer answer = new Person(Api.stranger(port), String.valueOf(cookies.get("c25-invitation")))
                    .consent(Map.of("accepted", true, "locale", "en", "outsideId", id));
            if (answer.status() == 503) {
                assertThat(answer.header("Retry-After")).isNotEmpty();
                return consent(id);
            }
            if (answer.status() == 200) {
                return "in";
            }
            answer.expectProblem(409, "The set is full");
            return "full, API";
        }

        private String told(HttpResponse<String> page) {
            assertThat(page.statusCode()).as(page.body()).isIn(200, 409);
            assertThat(page.body()).contains("All places are taken", "Enough people are taking part already");
            return "full, page " + page.statusCode();
        }

        private URI uri(String address) {
            return URI.create("http://localhost:" + port).resolve(address);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            String all = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            request.setHeader("Cookie", all);
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 503) {
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
                return send(request);
            }
            response.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";")[0].split("=", 2))
                    .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
            return response;
        }
    }
}
