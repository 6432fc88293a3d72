package org.c25.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The help that the server has of itself: for everybody, from every page of the staff. */
@OnH2
class ReadingHelpTest {

    private static final Pattern ASK = Pattern.compile("class=\"ask\"[^>]*href=\"(/help/[^\"#]+#[^\"]+)\"");

    @LocalServerPort
    int port;

    private Visitor staff;

    @BeforeEach
    void signIn() {
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    @Test
    void thePageBehindTheQuestionMarkHasItsHeading() {
        Lab lab = new Lab(Api.stranger(port).admin());
        long study = lab.study();
        long set = lab.draftSet(study, 2);

        for (String page : List.of(
                "/studies",
                "/studies?archived=true",
                "/studies/new",
                "/studies/" + study,
                "/studies/" + study + "/consent",
                "/studies/" + study + "/archiving",
                "/sets/" + set,
                "/sets/" + set + "/items",
                "/sets/" + set + "/slots/0",
                "/sets/" + set + "/results/models",
                "/account",
                "/nothing",
                "/help/glossary.md")) {
            String address = Visitor.found(ASK.pattern(), staff.get(page).body());
            String[] parts = address.split("#");
            assertThat(staff.get(parts[0]).body()).as(page + ": " + address).contains(" id=\"" + parts[1] + "\"");
        }
    }

    @Test
    void whoCanNotSignInReadsHowToo() {
        Visitor stranger = new Visitor(port);

        assertThat(stranger.get("/sign-in").body())
                .contains("/help/guide/accounts.md#signing-in", "Help on this page")
                .doesNotContain("Sign out", ">Audit<");
        HttpResponse<String> page = stranger.get("/help/guide/accounts.md");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1 id=\"accounts\">Accounts</h1>", "Forgotten")
                .doesNotContain("Sign out");
        assertThat(stranger.cookies()).noneMatch(cookie -> cookie.startsWith("c25-staff="));
    }

    @Test
    void documentsLieAtTheAddressesThatTheyHaveAsFiles() {
        assertThat(staff.get("/help").uri().getPath()).isEqualTo("/help/guide/README.md");
        HttpResponse<String> glossary = staff.get("/help/glossary.md");
        assertThat(glossary.body()).contains("<tr id=\"krippendorffs-alpha\">");
        assertThat(glossary.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(staff.get("/help/annotation-page.png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(staff.get("/help/tools/read.py").body()).contains("import");
    }

    @Test
    void nothingElseIsServed() {
        for (String address : List.of(
                "/help/none.md",
                "/help/guide/none.md",
                "/help/guide",
                "/help/..%2fapplication.yaml",
                "/help/..%2f..%2fREADME.md",
                "/help/guide/..%5c..%5capplication.yaml")) {
            assertThat(staff.get(address).statusCode()).as(address).isBetween(400, 404);
        }
    }

    @Test
    void anErrorPageLeadsToWhatItMeans() {
        assertThat(staff.get("/sets/999999").body())
                .contains("/help/guide/problems.md#a-page-that-says-there-is-a-problem", "What this means");
    }

    @Test
    void theGlossaryIsOneClickFromEveryPage() {
        for (String page : List.of("/studies", "/account", "/audit", "/nothing", "/help/guide/people.md")) {
            assertThat(staff.get(page).body()).as(page).contains("href=\"/help/glossary.md\"");
        }
    }
}
