package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.accounts.FirstAccount;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Every page renders, keeps nobody out, and stays under the path under which the server lies. With {@code -Dc25.tour=whole}, in more languages, at both sizes, in light and
 * dark, with pictures in {@code target/tour}.
 */
@OnH2
@TestPropertySource(properties = {"c25.demonstration=true", "server.servlet.context-path=/c25"})
class TourIT {

    private static final Path FOLDER = Path.of("target", "tour");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Studies studies;

    @Autowired
    Sets sets;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
    }

    /** The choices and NEXT among the clicks; the words of all pages up to the one with the face. */
    @Test
    void sixClicksAndFewWordsLeadToTheFirstRatedFaceOfTheDemonstration() {
        Caller admin = accounts.named(FirstAccount.NAME).orElseThrow();
        long set = studies.visibleTo(admin).stream()
                .filter(study -> study.name().equals("Demonstration"))
                .flatMap(study -> sets.of(study).stream())
                .filter(SetView::isOpen)
                .findFirst()
                .orElseThrow()
                .id();
        Page page = chromium.person(1280, 800).newPage();
        List<Integer> words = new ArrayList<>();
        List<String> clicks = List.of(
                "button[value=true]",
                "a[role=button]",
                "[data-scale=expression] label >> nth=0",
                "[data-scale=valence] label >> nth=2",
                "[data-scale=arousal] label >> nth=2",
                ".next:enabled");
        page.navigate(address() + "/join/"
                + new Lab(Api.at(address()).admin()).invite(set, 1).get(0));

        String shown = "";
        for (String click : clicks) {
            page.locator(click).waitFor();
            if (!page.url().equals(shown)) words.add(words(page.locator("body").innerText()));
            shown = page.url();
            page.locator(click).click();
        }

        page.locator("form[data-position='1']").waitFor();
        System.out.println("Words on the way to the first rated face of the demonstration: " + words);
        assertThat(words.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(250);
    }

    /** Numbers are no words. */
    private static int words(String text) {
        return (int) Pattern.compile("[\\p{L}'’]+").matcher(text).results().count();
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
                new ParticipantTour(address(), new Lab(Api.at(address()).admin()), FOLDER);

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
        return "http://localhost:" + port + "/c25";
    }
}
