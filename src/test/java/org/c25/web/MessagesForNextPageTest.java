package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the answer to a form says stands on the page that it leads to, whatever a script sends in between. */
@OnH2
class MessagesForNextPageTest {

    @LocalServerPort
    int port;

    /** A browser that does each step on its own: it follows no redirect. */
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void aPreviewThatIsStillOnItsWayTakesNoMessageAlong() throws Exception {
        send("/sign-in", "username=admin&password=" + Api.ADMIN_PASSWORD, get("/sign-in"));
        String consent = "/studies/" + new Lab(Api.stranger(port).admin()).study() + "/consent";
        HttpResponse<String> page = get(consent);

        assertThat(send(consent, "text=We+ask+you.", page).statusCode()).isEqualTo(302);
        assertThat(send(consent, "text=We+ask+you.&preview=true", page).body()).contains("We ask you.");

        assertThat(get(consent).body()).contains("From now on, participants are asked to agree to version 2.");
        assertThat(get(consent).body()).as("once").doesNotContain("from now on.</p>");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String fields, HttpResponse<String> page)
            throws IOException, InterruptedException {
        String token = URLEncoder.encode(Visitor.tokenIn(page), StandardCharsets.UTF_8);
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }
}
