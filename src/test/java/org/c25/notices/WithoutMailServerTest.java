package org.c25.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without a mail server the pages say that no e-mail can be sent, and what to set. */
@OnH2
class WithoutMailServerTest {

    @LocalServerPort
    int port;

    @Test
    void thePagesSayWhatIsMissing() {
        long study = new Lab(Api.stranger(port).admin()).study();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);

        assertThat(admin.get("/studies/" + study).body()).contains("/studies/" + study + "/notices");
        assertThat(admin.get("/account").body()).contains("/account/notices");
        assertThat(admin.get("/studies/" + study + "/notices").body())
                .contains("No e-mail can be sent from here yet", "spring.mail.host", "This study has no webhook.");
        assertThat(admin.get("/account/notices").body()).contains("No e-mail can be sent from here yet");
        assertThat(admin.post("/account/notices", Map.of("address", "anna@example.org"), "/account/notices")
                        .body())
                .contains("no e-mail can be sent until spring.mail.host is set");
    }
}
