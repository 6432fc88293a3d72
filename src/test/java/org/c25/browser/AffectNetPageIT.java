package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.c25.testing.AffectNet;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A set is chosen from AffectNet on its page, with the script and without. */
class AffectNetPageIT extends AtTheBrowser {

    private static final Path ROOT = Databases.folder();
    private static final Path PICTURES = Path.of("target", "tour");

    @DynamicPropertySource
    static void aFolderForAffectNet(DynamicPropertyRegistry properties) {
        properties.add("c25.affectnet.root", ROOT::toString);
    }

    @BeforeAll
    static void images() throws IOException {
        for (int row = 0; row < 24; row++) {
            Files.createDirectories(ROOT.resolve("7"));
            Files.write(ROOT.resolve("7/face-%02d.png".formatted(row)), Lab.picture("png", row));
        }
    }

    private static FilePayload training() {
        StringBuilder csv = new StringBuilder(AffectNet.HEADER);
        for (int row = 0; row < 24; row++) {
            csv.append(AffectNet.row("7/face-%02d.png".formatted(row), 10, row % 8));
        }
        return file("training.csv", csv.toString());
    }

    private static FilePayload predictions() {
        StringBuilder csv = new StringBuilder("index,net\n");
        for (int row = 0; row < 24; row++) {
            csv.append(row).append(',').append(row % 3).append('\n');
        }
        return file("predictions.csv", csv.toString());
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Page atThePage(BrowserContext person, List<String> errors) {
        Page page = Chromium.page(person, errors);
        page.navigate(address("/sign-in"));
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.navigate(address("/studies/" + lab.study()));
        page.locator("a", new Page.LocatorOptions().setHasText("AffectNet")).click();
        return page;
    }

    @Test
    void faultsComeBesideTheFormWhichKeepsItsFiles() {
        List<String> errors = new ArrayList<>();
        Page page = atThePage(chromium.person(1280, 800), errors);
        assertThat(Tour.barriers(page)).isEmpty();
        page.locator("input[name=perClass]").fill("2");
        page.locator("input[name=seed]").fill("lucky");
        page.locator("input[name=training]").setInputFiles(training());
        page.locator("input[value=CONFUSING]").check();
        page.locator("input[name=predictions]").setInputFiles(predictions());

        page.locator("main form button").click();

        page.locator(".faults").waitFor();
        assertThat(page.locator(".faults").textContent()).contains("seed", "whole number of 64 bits");
        assertThat(Tour.barriers(page)).isEmpty();
        look(page, "affectnet-faults");
        page.locator("input[name=seed]").fill("42");
        page.locator("main form button").click();
        page.waitForURL("**/sets/*");
        assertThat(page.locator(".flash.done").textContent()).contains("is made: 16 images");
        assertThat(page.title()).startsWith("Set 1");

        page.locator(".tabs a").nth(1).click();
        page.locator("details summary").click();
        assertThat(page.locator(".sheet li").first().textContent()).contains("score 1.000");
        assertThat(page.locator("dl.figures dd").first().textContent()).isEqualTo("2");
        assertThat(Tour.barriers(page)).isEmpty();
        look(page, "affectnet-items");
        assertThat(errors).isEmpty();
    }

    @Test
    void thePageWorksAsAPlainForm() {
        List<String> errors = new ArrayList<>();
        Page page = atThePage(chromium.personWithoutJavaScript(390, 844), errors);
        look(page, "390-affectnet");
        page.locator("input[name=perClass]").fill("1");
        page.locator("input[name=training]").setInputFiles(training());

        page.locator("main form button").click();

        assertThat(page.locator(".flash.done").textContent()).contains("is made: 8 images");
        assertThat(errors).isEmpty();
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
