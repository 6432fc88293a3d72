package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff are shown in the place of a page. */
@OnH2
class StaffErrorPagesTest {

    private static final String MENU = "aria-label=\"Site\"";

    @LocalServerPort
    int port;

    @Test
    void staffKeepTheMenuWhateverGoesWrong() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);

        for (String address : new String[] {"/nothing", "/sets/999999", "/studies/none", "/sets/999999/slots/0"}) {
            HttpResponse<String> page = admin.get(address);

            assertThat(page.statusCode()).as(address).isBetween(400, 404);
            assertThat(page.body()).as(address).contains(MENU, "Sign out", "To the studies", "lang=\"en\"");
        }
        assertThat(admin.get("/sets/999999").body()).contains("There is no such set.");
    }

    @Test
    void aParticipantsLinkLooksTheSameToStaffAsToEverybody() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);

        assertThat(admin.get("/join/wrong").body())
                .contains("class=\"participant\"")
                .doesNotContain(MENU);
        assertThat(new Visitor(port).get("/js/none.js").body()).doesNotContain(MENU);
    }

    @Test
    void whoHasToSignInReadsWhatThisIs() {
        assertThat(new Visitor(port).get("/sign-in").body())
                .contains("people look at photographs of faces")
                .contains("open the link that you were sent");
    }

    @Test
    void timesCarryWhatTheReadersZoneIsMadeOf() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        new Lab(Api.stranger(port).admin()).study();

        assertThat(admin.get("/audit").body())
                .containsPattern("<time class=\"at\" datetime=\"[0-9T:.-]+Z\">[0-9-]{10} [0-9:]{5} UTC</time>")
                .contains("/js/web/zone.js");
    }
}
