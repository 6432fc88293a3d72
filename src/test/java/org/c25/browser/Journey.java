package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.junit.jupiter.api.AfterEach;

/** The way of a study through real browsers, from the sign-in to the files. */
abstract class Journey extends AtTheBrowser {

    static final int IMAGES = 12;
    static final int REPEATS = 1;
    private static final List<byte[]> PICTURES = IntStream.range(0, IMAGES)
            .mapToObj(image -> Lab.picture("png", image))
            .toList();

    final List<String> errors = new ArrayList<>();
    private final Map<String, Integer> imageOf = new HashMap<>();
    private String set = "";

    @AfterEach
    void noPageHadAnError() {
        assertThat(errors).isEmpty();
    }

    /** The whole of it: an experimenter makes a set, somebody rates it and gets the code, and the files have the answers. */
    void wholeStory() throws IOException {
        Page staff = signedIn();
        String link = inviteOne(staff, openSet(staff, newStudy(staff, "Journey")));
        Page person = watched(Chromium.page(chromium.person(1280, 800), errors));
        consent(person, link);

        Map<Integer, String> expected = new HashMap<>();
        Set<Integer> shown = new HashSet<>();
        int repeats = 0;
        for (int position = 0; position < IMAGES + REPEATS; position++) {
            assertThat(person.locator(".counter").textContent()).isEqualTo(position + "/" + (IMAGES + REPEATS));
            int image = imageOnScreen(person);
            boolean first = shown.add(image);
            repeats += first ? 0 : 1;
            int expression = (image + (first ? 0 : 1)) % 8;
            Rater.rate(person, expression, 1 + image % 9, 9 - image % 9);
            if (first) {
                expected.put(image, line(expression, 1 + image % 9, 9 - image % 9));
            }
            if (position == 3) {
                reviseTheLast(person, expected, image, first);
            }
        }

        assertThat(shown).hasSize(IMAGES);
        assertThat(repeats).isEqualTo(REPEATS);
        person.locator("main button").click();
        assertThat(person.locator(".code").textContent()).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
        assertThat(rows(staff)).containsExactlyElementsOf(expected(expected));
        staff.navigate(address("/sets/" + set));
        assertThat(staff.locator(".state.completed").textContent()).isEqualTo("completed");
    }

    /** Goes back to the trial just answered and says something else. */
    private void reviseTheLast(Page person, Map<Integer, String> expected, int image, boolean first) {
        person.locator("a.back").click();
        person.locator("form[data-revising=true]").waitFor();
        assertThat(imageOnScreen(person)).isEqualTo(image);
        assertThat(person.locator("[name=valence]:checked").inputValue()).isEqualTo(String.valueOf(1 + image % 9));
        Rater.rate(person, 7, 5, 5);
        if (first) {
            expected.put(image, line(7, 5, 5));
        }
        person.locator("form[data-revising=false]").waitFor();
    }

    /** For stories in which there is more to look at on each page. */
    Page watched(Page page) {
        return page;
    }

    Page signedIn() {
        Page staff = watched(Chromium.page(chromium.person(1280, 800), errors));
        staff.navigate(address("/"));
        staff.locator("[name=username]").fill("admin");
        staff.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        staff.locator("button[type=submit]").click();
        staff.waitForURL(url -> !url.contains("/sign-in"));
        return staff;
    }

    String newStudy(Page staff, String name) {
        staff.navigate(address("/studies/new"));
        Locator form = staff.locator("form", new Page.LocatorOptions().setHas(staff.locator("[name=practiceTrials]")));
        form.locator("[name=name]").fill(name + " " + System.nanoTime());
        form.getByText("Practice, breaks and going back").click();
        form.locator("[name=practiceTrials]").fill("1");
        form.locator("button").click();
        return staff.url();
    }

    String openSet(Page staff, String study) {
        staff.navigate(study + "/sets/new");
        staff.locator("[name=manifest]")
                .setInputFiles(file("manifest.csv", Lab.manifest(IMAGES).getBytes(StandardCharsets.UTF_8)));
        staff.locator("[name=images]").setInputFiles(file("faces.zip", Lab.zip(IMAGES)));
        staff.locator("main button").click();
        staff.locator(".actions-row button").click();
        set = staff.url().replaceAll(".*/", "");
        return set;
    }

    static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    String inviteOne(Page staff, String set) {
        staff.navigate(address("/sets/" + set + "/invitations"));
        staff.locator("[name=count]").fill("1");
        staff.locator("form.inline button:has-text('Make links')").click();
        return staff.locator("textarea.links").inputValue().strip();
    }

    void consent(Page person, String link) {
        Rater.begin(person, link);
        assertThat(person.url()).doesNotContain(link.replaceAll(".*/", ""));
    }

    int imageOnScreen(Page person) {
        Rater.ready(person);
        String address = person.locator(".face").getAttribute("src").replaceAll("\\?.*", "");
        return imageOf.computeIfAbsent(address, unseen -> imageAt(person, unseen));
    }

    /** Which of the lab's pictures an address of this person's shows. */
    int imageAt(Page person, String address) {
        byte[] bytes = person.context()
                .request()
                .get(java.net.URI.create(person.url()).resolve(address).toString())
                .body();
        for (int image = 0; image < IMAGES; image++) {
            if (Arrays.equals(bytes, PICTURES.get(image))) {
                return image;
            }
        }
        throw new AssertionError("not one of the set's pictures: " + address);
    }

    static String line(int expression, int valence, int arousal) {
        return expression + "|" + (valence - 5) / 4.0 + "|" + (arousal - 5) / 4.0;
    }

    static List<String> expected(Map<Integer, String> answers) {
        List<String> lines = new ArrayList<>();
        for (int image = 0; image < IMAGES; image++) {
            lines.add(answers.getOrDefault(image, "||"));
        }
        return lines;
    }

    /** The first participant's column of the three files, as a person downloads them. */
    List<String> rows(Page staff) throws IOException {
        List<List<String>> columns = new ArrayList<>();
        for (String dimension : List.of("expression", "valence", "arousal")) {
            staff.navigate(address("/sets/" + set + "/data"));
            Download download = staff.waitForDownload(
                    () -> staff.locator("a", new Page.LocatorOptions().setHasText(dimension + "_set1_C25.csv"))
                            .first()
                            .click());
            assertThat(download.suggestedFilename()).isEqualTo(dimension + "_set1_C25.csv");
            columns.add(Files.readAllLines(download.path()).stream()
                    .skip(1)
                    .map(row -> row.split(",", -1)[2])
                    .toList());
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            rows.add(columns.get(0).get(i) + "|" + columns.get(1).get(i) + "|"
                    + columns.get(2).get(i));
        }
        return rows;
    }
}
