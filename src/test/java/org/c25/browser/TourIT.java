package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.c25.testing.Api;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Every page of the demonstration renders, and axe-core finds nothing in it; the pictures are in {@code target/tour}. */
@OnH2
@TestPropertySource(properties = "c25.demonstration=true")
class TourIT {

    @LocalServerPort
    int port;

    @Test
    void everyPageRendersAndKeepsNobodyOut() {
        Path folder = Path.of("target", "tour");
        try (Chromium chromium = new Chromium()) {
            Tour tour = new Tour("http://localhost:" + port, Api.ADMIN_PASSWORD, folder);
            tour.walkQuickly(chromium);
            assertThat(tour.errors()).isEmpty();
        }
        assertThat(folder.resolve("1280-trial-chosen.png")).isNotEmptyFile();
    }
}
