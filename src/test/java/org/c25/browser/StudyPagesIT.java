package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;

/** An experimenter's pages of a study, and what a pause looks like to somebody at work. */
class StudyPagesIT extends AtTheBrowser {

    private Page staff(int width) {
        Page page = chromium.person(width, 844).newPage();
        page.navigate(address("/studies"));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL("**/studies*");
        return page;
    }

    @Test
    void theProtocolIsChangedAndWhatIsFrozenIsShown() {
        long study = lab.study(Map.of("questions", List.of(Map.of("kind", "AGE"))));
        new Person(Api.stranger(port), invite(lab.openSet(study, 2))).consent().expect(200);
        for (int width : Tour.widths()) {
            Page page = staff(width);
            page.navigate(address("/studies/" + study + "/protocol"));
            page.locator("[name=contact]").fill("lab" + width + "@example.org");
            FrameLocator phone = page.frameLocator("iframe.phone");
            phone.locator("text=happiness").waitFor();
            page.evaluate("document.querySelector('input[name=first]').closest('details').open = true");
            page.locator("input[name=first]").first().fill("joy" + width);
            phone.locator("text=joy" + width).waitFor();
            page.locator("[name=capacity]").fill("many");
            page.locator("section [role=status]:has-text(\"can't be understood yet\")")
                    .waitFor();
            page.locator("[name=capacity]").fill("25");
            page.locator("section [role=status]:has-text(\"can't be understood yet\")")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.locator("form.card button[type=submit]").click();
            assertThat(page.locator(".facts").first().textContent()).contains("lab" + width);
            StudyDesignIT.look(page, width + "-study");
        }
        jdbc.sql("update study set answered_at = current_timestamp where id = ?")
                .param(study)
                .update();
        for (int width : Tour.widths()) {
            Page page = staff(width);
            page.navigate(address("/studies/" + study + "/protocol"));
            page.evaluate("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
            assertThat(page.locator("[name=repeatPercent]").isDisabled()).isTrue();
            assertThat(page.locator("[name=first]").first().isDisabled()).isTrue();
            assertThat(page.locator("[name=capacity]").isDisabled()).isFalse();
            StudyDesignIT.look(page, width + "-protocol-frozen");
        }
    }

    @Test
    void aPreviewIsGoneThroughWithTheKeyboard() {
        long study = lab.study(Map.of("pacing", Map.of("practiceTrials", 1)));
        for (int width : Tour.widths()) {
            Page page = staff(width);
            page.navigate(address("/studies/" + study + "/preview?language=en"));
            StudyDesignIT.look(page, width + "-preview-consent");
            page.locator("button[value=true]").click();
            page.locator("a[role=button]").click();
            page.locator("form.trial[data-ready]").waitFor();
            StudyDesignIT.look(page, width + "-preview-practice");
            rate(page);
            page.locator("main a[role=button]").click();
            page.locator("form.trial[data-ready]").waitFor();
            StudyDesignIT.look(page, width + "-preview-trial");
            rate(page);
            page.waitForURL("**/trials/1");
        }
    }

    private static void rate(Page page) {
        for (String key : List.of("1", "5", "5", "Enter")) {
            page.keyboard().press(key);
        }
    }

    @Test
    void aConsentTextIsShownWhileItIsTyped() {
        long study = lab.study(Map.of("consent", "Before"));
        Page page = staff(1280);
        page.navigate(address("/studies/" + study + "/consent"));
        page.locator(".consent-preview .consent", new Page.LocatorOptions().setHasText("Before"))
                .waitFor();

        page.locator("textarea").fill("");
        page.locator("textarea").pressSequentially("Some *new* <b>text</b>");
        Locator preview = page.locator(".consent-preview .consent em");
        preview.waitFor();

        assertThat(preview.textContent()).isEqualTo("new");
        page.locator(".consent-preview .consent", new Page.LocatorOptions().setHasText("<b>text</b>"))
                .waitFor();
        assertThat(jdbc.sql("select consent from study where id = ?")
                        .param(study)
                        .query(String.class)
                        .single())
                .isEqualTo("Before");
        StudyDesignIT.look(page, "consent-typed");
        page.navigate(address("/studies/new?from=" + study));
        StudyDesignIT.look(page, "new-study-from-another");
        page.navigate(address("/studies/new"));
        StudyDesignIT.look(page, "new-study-and-file");
        page.navigate(address("/audit?study=" + study));
        StudyDesignIT.look(page, "audit");
    }

    @Test
    void aPauseReachesWhoIsAtWorkAndTakesWhatWaits() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 30);
        Page page = atWork(invite(set));
        Rater.rate(page, 1, 2, 3);
        Rater.allSaved(page);
        page.route("**/annotation", route -> route.abort());
        Rater.rate(page, 2, 2, 3);
        Api.stranger(port).admin().post("/api/v1/sets/" + set + "/pause").expect(204);
        page.unroute("**/annotation");

        page.reload();

        assertTitle(page, "The study is paused");
        page.waitForCondition(() -> answers(set).size() == 2);
        StudyDesignIT.look(page, "paused");
        Api.stranger(port).admin().delete("/api/v1/sets/" + set + "/pause").expect(204);
        page.reload();
        Rater.ready(page);
        assertThat(page.locator(".counter").textContent()).isEqualTo("2/30");
    }
}
