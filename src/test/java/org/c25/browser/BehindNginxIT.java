package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.c25.testing.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A proxy speaks HTTPS to the world and shows the server under a path of its host, which the server knows by
 * {@code X-Forwarded-Prefix} alone. The proxy's configuration is the one that the documents recommend.
 */
class BehindNginxIT extends Journey {

    @TempDir
    Path folder;

    private Nginx nginx;

    @BeforeEach
    void aProxy() throws IOException, InterruptedException {
        assumeTrue(Nginx.isHere(), () -> {
            String skipped = "There is no nginx here (Debian: nginx-light): what BehindNginxIT shows is NOT tested.";
            System.err.println("\n*** " + skipped + "\n");
            return skipped;
        });
        nginx = Nginx.before(port, folder);
    }

    @AfterEach
    void noProxy() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Override
    String address(String path) {
        return nginx.address() + path;
    }

    /** Each page stays under the path, with all that it asks for. */
    @Override
    Page watched(Page page) {
        UnderAPath.watch(page, nginx.address(), errors::add);
        UnderAPath.watchLinks(page, nginx.address(), errors::add);
        return super.watched(page);
    }

    @Test
    void fromSignInToTheFilesUnderAPathByHttps() throws IOException {
        wholeStory();

        List<Cookie> cookies = chromium.cookies();
        assertThat(cookies).extracting(cookie -> cookie.name).contains("c25-staff", "c25-invitation", "c25-form");
        assertThat(cookies).allSatisfy(cookie -> {
            assertThat(cookie.path).as(cookie.name).startsWith("/c25");
            assertThat(cookie.secure).as(cookie.name).isTrue();
        });
        assertThat(nginx.log()).contains("GET /c25/sign-in ").doesNotContain("/join/");
    }

    @Test
    void staffGoOnFromThePageThatTheyWantedToTheEndOfTheirSession() {
        Page staff = signedIn();
        staff.navigate(address("/jobs"));
        staff.locator("form[action$='/sign-out'] button").click();
        staff.waitForURL(address("/sign-in?out"));
        staff.navigate(address("/accounts"));
        staff.locator("[name=username]").fill("admin");
        staff.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        staff.locator("main button[type=submit]").click();
        staff.waitForURL(address("/accounts"));

        staff.navigate(address("/nothing-here"));
        assertTitle(staff, "Page not found");
        staff.navigate(address("/api/v1/docs"));
        staff.locator(".swagger-ui .opblock").first().waitFor();
        staff.navigate(address("/join/no-such-link"));
        assertTitle(staff, "There is a problem");
        errors.removeIf(error -> error.contains("status of 40")); // What is not there was asked for.
    }
}
