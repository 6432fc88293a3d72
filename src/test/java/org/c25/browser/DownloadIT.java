package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.c25.downloads.LargeFileQueue;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Waiting for a large file that others are made before. */
class DownloadIT extends AtTheBrowser {

    private static final String NAME = "long_set1_C25.csv";

    @Autowired
    LargeFileQueue line;

    private final ExecutorService others = Executors.newFixedThreadPool(3);
    private final CountDownLatch released = new CountDownLatch(1);
    private long set;

    @BeforeEach
    void aSetAndThreeWhoDownload() {
        set = lab.bareSet(lab.study(Map.of("name", "Waiting")), Lab.manifest(3).getBytes(StandardCharsets.UTF_8));
        CountDownLatch atWork = new CountDownLatch(2);
        for (int i = 0; i < 3; i++) {
            others.submit(() -> line.inTurn(() -> {
                atWork.countDown();
                released.await();
                return "made";
            }));
        }
        try {
            atWork.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        released.countDown();
        others.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void thePageSaysHowManyAreBeforeAndFetchesTheFileByItself(int width) throws IOException {
        BrowserContext device = chromium.person(width, 800);
        Page page = signedIn(device);
        page.navigate(address("/sets/" + set + "/data"));
        page.getByText(NAME, new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/downloads/*");

        page.getByText("1 other is made before this one.").waitFor();
        assertThat(page.locator("h1").textContent()).isEqualTo(NAME);
        assertThat(page.locator("#ready").isVisible()).isFalse();
        assertThat(Tour.barriers(page)).isEmpty();
        Tour.picture(page, Path.of("target", "tour", "download-" + width + ".png"));
        Download download = page.waitForDownload(released::countDown);

        assertThat(download.suggestedFilename()).isEqualTo(NAME);
        assertThat(Files.readString(download.path())).startsWith("set,index,filename");
        page.getByText("The file is ready").waitFor();
        page.locator("main a").last().click();
        page.waitForURL("**/sets/" + set + "/data");
        device.close();
    }

    private Page signedIn(BrowserContext device) {
        Page page = device.newPage();
        page.navigate(address("/sign-in"));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("[type=submit]").click();
        Locator studies = page.locator("h1");
        studies.waitFor();
        return page;
    }
}
