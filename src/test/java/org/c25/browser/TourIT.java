package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Every page renders, and keeps nobody out. With {@code -Dc25.tour=whole}, in more languages, at both sizes, in light and
 * dark, with pictures in {@code target/tour}.
 */
@OnH2
@TestPropertySource(properties = "c25.demonstration=true")
class TourIT {

    private static final Path FOLDER = Path.of("target", "tour");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
    }

    @Test
    void everyPageOfTheStaffKeepsNobodyOut() {
        Tour tour = new Tour(address(), Api.ADMIN_PASSWORD, FOLDER);
        if (Tour.WHOLE) {
            tour.walk(chromium);
        } else {
            tour.walkQuickly(chromium);
        }
        assertThat(tour.errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyPageOfAParticipantKeepsNobodyOut(String language, int width) {
        ParticipantTour tour =
                new ParticipantTour(address(), new Lab(Api.stranger(port).admin()), FOLDER);

        tour.walk(chromium.personReading(language, width, width == 1280 ? 800 : 844), language, width);

        assertThat(tour.barriers()).isEmpty();
        assertThat(tour.seen()).contains("withdrawn");
    }

    static List<Object[]> walks() {
        List<Object[]> few = List.of(new Object[] {"en", 1280}, new Object[] {"ar", 390});
        return Tour.WHOLE
                ? List.of("en", "ko", "ar").stream()
                        .flatMap(language -> List.of(1280, 390).stream().map(width -> new Object[] {language, width}))
                        .toList()
                : few;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
