package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.c25.testing.Api;
import org.junit.jupiter.api.Test;

/** The staff's forms under hasty fingers, and after a session that ended while somebody typed. */
class StaffFormsIT extends AtTheBrowser {

    private static final String TEXT = "What we ask of you\n\nTwo hours & <patience>.";

    private final List<String> errors = new ArrayList<>();

    private Page signedIn(BrowserContext person) {
        Page page = Chromium.page(person, errors);
        page.navigate(address("/sign-in"));
        signIn(page);
        page.waitForURL("**/studies");
        return page;
    }

    private static void signIn(Page page) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("main button[type=submit]").click();
    }

    /** As the server does after its hours. */
    private static void endSession(BrowserContext person) {
        person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("c25-staff"));
    }

    @Test
    void aDoubleClickMakesLinksOnce() {
        for (BrowserContext person : List.of(chromium.person(1280, 800), chromium.personWithoutJavaScript(1280, 800))) {
            long set = lab.openSet(lab.study(), 4);
            Page page = signedIn(person);
            page.navigate(address("/sets/" + set + "/invitations"));
            page.locator("input[name=count]").fill("3");

            page.getByText("Make links", new Page.GetByTextOptions().setExact(true))
                    .dblclick();

            page.locator(".made").waitFor();
            assertThat(page.locator(".made").textContent()).contains("3 links.");
            assertThat(jdbc.sql("select count(*) from invitation where set_id = ?")
                            .param(set)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
        assertThat(errors).isEmpty();
    }

    /** It comes from a library, and has to live with the policy of all pages. */
    @Test
    void thePageOfTheApiIsDrawnWithNothingRefused() {
        BrowserContext person = chromium.person(1280, 800);
        person.addInitScript("""
                window.refused = [];
                addEventListener("securitypolicyviolation", event => refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));""");
        Page page = signedIn(person);
        page.locator("header.site a[href$='/api/v1/docs']").click();

        page.locator(".swagger-ui .opblock").first().waitFor();
        page.locator(".swagger-ui .opblock-summary-control").first().click();
        page.locator(".swagger-ui .opblock-body").first().waitFor();
        page.locator(".swagger-ui .authorize").first().click();
        page.locator(".swagger-ui .dialog-ux input").first().waitFor();

        assertThat((List<?>) page.evaluate("() => refused")).isEmpty();
        assertThat(errors).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target", "tour", "api.png")));
    }

    @Test
    void goingBackAndSendingTheSameAgainIsMeant() {
        Page page = signedIn(chromium.person(1280, 800));
        for (int i = 1; i <= 2; i++) {
            page.navigate(address("/account"));
            page.locator("input[name=name]").fill("the same");
            page.getByText("Make a token").click();
            page.locator("p.once").waitFor();
        }
        page.goBack();
        page.locator("input[name=name]").fill("the same");
        page.getByText("Make a token").click();
        page.locator("p.once").waitFor();

        assertThat(jdbc.sql("select count(*) from api_token where name = 'the same'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatWasTypedIsInTheFormAgainAfterSigningIn() {
        long study = lab.study();
        BrowserContext person = chromium.person(1280, 800);
        Page page = signedIn(person);
        page.navigate(address("/studies/" + study + "/consent"));
        page.locator("textarea[name=text]").fill(TEXT);
        endSession(person);

        page.getByText("Ask this from now on").click();
        page.locator(".kept-by-script").waitFor();
        signIn(page);

        page.waitForURL("**/studies/" + study + "/consent");
        page.locator(".flash.note")
                .getByText("What you typed before is back in the form")
                .waitFor();
        assertThat(page.locator("textarea[name=text]").inputValue()).isEqualTo(TEXT);
        page.getByText("Ask this from now on").click();
        page.locator(".flash.done").waitFor();
        assertThat(jdbc.sql("select text from consent_text where study_id = ? order by version desc limit 1")
                        .param(study)
                        .query(String.class)
                        .single()
                        .replace("\r", ""))
                .isEqualTo(TEXT);
    }

    @Test
    void theFormOfAFaultySendingComesBackAtItsOwnPage() {
        BrowserContext person = chromium.person(1280, 800);
        Page page = signedIn(person);
        page.navigate(address("/studies/new"));
        page.locator("input[name=name][required]").fill("Typed twice");
        page.locator("input[name=repeatPercent]").evaluate("field => { field.type = 'text'; field.value = 'many'; }");
        page.locator("main form button[type=submit]").first().click();
        page.locator(".flash.wrong").waitFor();
        page.locator("input[name=name][required]").fill("Typed three times");
        endSession(person);
        page.locator("input[name=repeatPercent]").evaluate("field => field.value = '0'");

        page.locator("main form button[type=submit]").first().click();
        page.locator("input[name=password]").waitFor();
        signIn(page);

        page.waitForURL("**/studies/new");
        assertThat(page.locator("input[name=name][required]").inputValue()).isEqualTo("Typed three times");
    }

    @Test
    void withoutAScriptTheTextIsCarriedOn() {
        long study = lab.study();
        BrowserContext person = chromium.personWithoutJavaScript(1280, 800);
        Page page = signedIn(person);
        page.navigate(address("/studies/" + study + "/consent"));
        page.locator("textarea[name=text]").fill(TEXT);
        endSession(person);

        page.getByText("Ask this from now on").click();
        page.locator(".kept").waitFor();
        signIn(page);
        page.locator("h1").getByText("Send it once more").waitFor();
        assertThat(page.locator("textarea[name=text]").inputValue()).isEqualTo(TEXT);
        page.getByText("Send it", new Page.GetByTextOptions().setExact(true)).click();

        page.locator(".flash.done").waitFor();
        assertThat(page.url()).endsWith("/studies/" + study + "/consent");
    }

    @Test
    void whatSomebodyElseTypedIsNotShown() {
        long study = lab.study();
        BrowserContext person = chromium.person(1280, 800);
        Page page = signedIn(person);
        page.navigate(address("/studies/" + study + "/consent"));
        page.locator("textarea[name=text]").fill(TEXT);
        endSession(person);
        page.getByText("Ask this from now on").click();
        page.locator(".kept-by-script").waitFor();
        page.evaluate("() => { const draft = JSON.parse(sessionStorage.getItem('c25-draft'));"
                + " sessionStorage.setItem('c25-draft', JSON.stringify({ ...draft, account: 'somebody else' })); }");
        signIn(page);

        page.waitForURL("**/studies");
        page.navigate(address("/studies/" + study + "/consent"));
        assertThat(page.locator("textarea[name=text]").inputValue()).doesNotContain("patience");
        assertThat(page.evaluate("() => sessionStorage.getItem('c25-draft')")).isNull();
    }
}
