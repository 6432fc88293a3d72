package org.c25.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whether strangers' requests leave something in the heap. It prints what it found.
 *
 * <pre>mvn test -Dtest=AnonymousRequestsIT -Dc25.measure=true</pre>
 */
@OnH2
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures the heap before and after 50,000 requests, which takes minutes")
class AnonymousRequestsIT {

    private static final int REQUESTS = 50_000;
    private static final int WARMING_UP = 5_000;
    private static final List<String> PATHS = List.of(
            "/studies",
            "/studies/%d",
            "/sign-in",
            "/sign-in?error",
            "/nowhere/%d",
            "/p/%016x",
            "/join/%d",
            "/sets/%d/live",
            "/api/v1/sets/%d/progress",
            "/account?x=%d");

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void fiftyThousandAnonymousRequestsLeaveTheHeapWhereItWas() throws Exception {
        ask(WARMING_UP); // classes, templates, pools
        long before = heap();
        ask(REQUESTS);
        long after = heap();

        System.out.printf(
                Locale.ROOT,
                "heap after a collection: %.1f MB before, %.1f MB after %d anonymous requests (%+.1f %%)%n",
                before / 1e6,
                after / 1e6,
                REQUESTS,
                100.0 * (after - before) / before);
        assertThat(after).isBetween(before * 9 / 10, before * 11 / 10);
    }

    private void ask(int requests) throws Exception {
        for (int i = 0; i < requests; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + port + String.format(Locale.ROOT, PATHS.get(i % PATHS.size()), i)))
                    .header("Accept", "text/html");
            if (i % 7 == 0) {
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=a" + i + "&password=b"));
            }
            http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    private static long heap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) { // soft references and finalisers take several
            System.gc();
            Thread.sleep(200);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
