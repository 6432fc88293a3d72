package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.c25.annotation.RecordCheck;
import org.c25.security.Secret;
import org.c25.testing.AffectNet;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.PostOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An experimenter's morning, at the pages: from Training.csv to Set I and Set II, 25 people invited to each by e-mail, all
 * of them at work and seen live, one who stalls and is replaced, until both sets are complete.
 *
 * <p>All fifty come by their links, agree, begin, and finish. One of a set sends every answer; of the others those
 * between the first and the last are put into the database, for 40,000 requests take their minute. With
 * {@code -Dc25.morning=whole} a set has 800 images, not 200, and everybody sends all.
 */
class MorningIT extends AtTheBrowser {

    private static final int ROWS = 415_000;
    private static final int FIT_EVERY = 172;
    private static final boolean WHOLE = "whole".equals(System.getProperty("c25.morning"));
    private static final int PER_CLASS = WHOLE ? 100 : 25;
    private static final int IMAGES = 8 * PER_CLASS;
    private static final int PEOPLE = 25;
    private static final int SENDING_ALL = WHOLE ? PEOPLE : 1;

    private static final Path ROOT = Databases.folder();
    private static final PostOffice POST = new PostOffice();

    private final List<String> errors = new ArrayList<>();

    @DynamicPropertySource
    static void mailAndImages(DynamicPropertyRegistry properties) {
        properties.add("c25.affectnet.root", ROOT::toString);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> POST.port);
        properties.add("c25.mail.from", () -> "lab@example.org");
        properties.add("c25.mail.interval", () -> "200ms");
        properties.add("c25.drop-outs.interval", () -> "200ms");
    }

    @BeforeAll
    static void affectNet() throws IOException {
        Files.createDirectories(ROOT.resolve("faces"));
        List<Path> pictures = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            pictures.add(Files.write(ROOT.resolve("picture-" + i + ".png"), Lab.picture("png", i)));
        }
        try (BufferedWriter csv = Files.newBufferedWriter(ROOT.resolve("Training.csv"))) {
            csv.append(AffectNet.HEADER);
            for (int row = 0; row < ROWS; row++) {
                boolean fit = row % FIT_EVERY == 0;
                String path = "faces/%06d.png".formatted(row);
                if (fit) {
                    Files.createLink(ROOT.resolve(path), pictures.get(row / FIT_EVERY % pictures.size()));
                }
                csv.append(AffectNet.row(path, fit ? 10 : 5, row / FIT_EVERY % 8));
            }
        }
    }

    @AfterAll
    static void closeThePost() {
        POST.close();
    }

    @AfterEach
    void noPageHadAnError() {
        assertThat(errors).isEmpty();
    }

    @Test
    void fromTrainingCsvToTwentyFivePeopleAtWork() throws Exception {
        Page staff = signedIn();
        newStudy(staff);
        long confusing = chosenSet(staff, "CONFUSING", 1);
        long random = chosenSet(staff, "RANDOM", 2);
        expectImages(confusing, random);

        List<String> first = invite(staff, confusing, "first");
        List<String> second = invite(staff, random, "second");
        assertThat(new HashSet<>(first)).hasSize(PEOPLE).doesNotContainAnyElementsOf(second);

        Page drops = comesAndStaysAway(first.get(0));
        staff.navigate(address("/sets/" + confusing));
        work(first.subList(1, PEOPLE));
        staff.locator(".figures dd")
                .first()
                .getByText(PEOPLE - 1 + "/" + PEOPLE)
                .waitFor();

        seesTheStall(staff, confusing);
        seesTheRelease(staff, confusing, drops);
        String replacement =
                invite(staff, confusing, List.of("late@example.org")).get(0);
        work(List.of(replacement));
        work(second);

        expectComplete(staff, confusing, 1);
        expectComplete(staff, random, 2);
    }

    private Page signedIn() {
        Page page = Chromium.page(chromium.person(1280, 800), errors);
        page.navigate(address("/sign-in"));
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private void newStudy(Page staff) {
        staff.navigate(address("/studies/new"));
        staff.locator("input[name=name][required]").fill("A morning");
        staff.locator("summary").getByText("Repeats, order").click();
        staff.locator("input[name=repeatPercent]").fill("0");
        staff.locator("summary").getByText("Practice, breaks").click();
        staff.locator("input[name=practiceTrials]").fill("0");
        staff.locator("main form button[type=submit]").first().click();
        staff.waitForURL(url -> url.matches(".*/studies/\\d+"));
    }

    private long chosenSet(Page staff, String kind, int number) {
        String study = staff.url().contains("/sets/")
                ? staff.locator("nav[aria-label=breadcrumb] a").nth(1).getAttribute("href")
                : staff.url().replaceAll("^http://[^/]+", "");
        staff.navigate(address(study + "/sets/affectnet"));
        staff.locator("input[name=number]").fill(String.valueOf(number));
        staff.locator("input[name=perClass]").fill(String.valueOf(PER_CLASS));
        staff.locator("input[name=seed]").fill("25");
        staff.locator("input[name=trainingPath]").fill("Training.csv");
        staff.locator("input[name=images]").fill(".");
        staff.locator("input[name=minimumFace]").fill("10");
        staff.locator("input[value=" + kind + "]").check();
        if (kind.equals("CONFUSING")) {
            staff.locator("input[name=predictions]").setInputFiles(predictions());
        } else {
            staff.locator("input[name=excludeSets]").check();
        }
        staff.locator("main form button[type=submit]").first().click();
        staff.waitForURL(url -> url.matches(".*/sets/\\d+"), new Page.WaitForURLOptions().setTimeout(90_000));
        assertThat(staff.locator(".flash.done").textContent()).contains("is made: " + IMAGES + " images");
        long set = Long.parseLong(staff.url().replaceAll(".*/sets/", ""));
        staff.locator("form[action$='/opening'] button").click();
        staff.locator("h1 .state.open").waitFor();
        return set;
    }

    /** Three models, which agree the less the later the row. */
    private static FilePayload predictions() {
        StringBuilder csv = new StringBuilder("index,one,two,three\n");
        for (int row = 0; row < ROWS; row += FIT_EVERY) {
            int label = row / FIT_EVERY % 8;
            int other = (label + 1) % 8;
            csv.append(row)
                    .append(',')
                    .append(row > ROWS / 4 ? other : label)
                    .append(',')
                    .append(row > ROWS / 2 ? other : label)
                    .append(',')
                    .append(row > ROWS / 8 * 5 ? other : label)
                    .append('\n');
        }
        return new FilePayload("predictions.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void expectImages(long confusing, long random) {
        Set<Long> both = new HashSet<>();
        for (long set : List.of(confusing, random)) {
            List<Long> rows = jdbc.sql("select source_index from item where set_id = ?")
                    .param(set)
                    .query(Long.class)
                    .list();
            assertThat(rows).hasSize(IMAGES).allMatch(row -> row % FIT_EVERY == 0);
            both.addAll(rows);
            assertThat(jdbc.sql("select count(*) from item where set_id = ? group by affectnet_expression")
                            .param(set)
                            .query(Integer.class)
                            .list())
                    .hasSize(8)
                    .containsOnly(PER_CLASS);
        }
        assertThat(both).as("Set II has no image of Set I").hasSize(2 * IMAGES);
        assertThat(jdbc.sql("select min(source_index) from item where set_id = ?")
                        .param(confusing)
                        .query(Long.class)
                        .single())
                .as("those on which the models disagree")
                .isGreaterThan(ROWS / 2L);
    }

    private List<String> invite(Page staff, long set, String name) {
        return invite(
                staff,
                set,
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> name + i + "@example.org")
                        .toList());
    }

    /** @return the secrets in the links that the post brought */
    private List<String> invite(Page staff, long set, List<String> addresses) {
        int before = POST.letters().size();
        staff.navigate(address("/sets/" + set + "/invitations"));
        staff.locator("textarea[name=emails]").fill(String.join("\n", addresses));
        staff.locator("form[action$='/by-email'] button").click();
        assertThat(staff.locator(".made").textContent()).contains(addresses.size() + " link");
        assertThat(POST.awaits(before + addresses.size())).isTrue();
        List<PostOffice.Letter> letters = POST.letters();
        return addresses.stream()
                .map(to -> letters.stream()
                        .filter(letter -> letter.to().equals(to))
                        .findFirst()
                        .orElseThrow()
                        .link()
                        .replaceAll(".*/join/", ""))
                .toList();
    }

    private Page comesAndStaysAway(String secret) {
        Page page = atWork(secret);
        for (int trial = 0; trial < 3; trial++) {
            Rater.rate(page, trial, 1 + trial, 9 - trial);
        }
        Rater.allSaved(page);
        page.navigate("about:blank");
        return page;
    }

    /** All of them at once, each through all faces. */
    private void work(List<String> secrets) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> work = IntStream.range(0, secrets.size())
                    .mapToObj(i -> (Callable<Integer>) () -> work(secrets.get(i), i < SENDING_ALL))
                    .toList();
            Set<Integer> slots = new HashSet<>();
            for (Future<Integer> slot : people.invokeAll(work)) {
                slots.add(slot.get());
            }
            assertThat(slots).hasSameSizeAs(secrets);
        } finally {
            people.shutdown();
        }
    }

    private int work(String secret, boolean sendingAll) {
        Person person = new Person(Api.stranger(port), secret);
        int slot = person.consent().expect(200).number("participant");
        for (int trial = 0; trial < IMAGES; trial++) {
            if (trial == 1 && !sendingAll) {
                insertAnswers(secret, slot);
                trial = IMAGES - 1;
            }
            person.answer(trial, (trial + slot) % 8, 1 + (trial + slot) % 9, 1 + trial % 9)
                    .expect(200);
        }
        person.complete(IMAGES).expect(200);
        return slot;
    }

    /** All but the first and the last. */
    private void insertAnswers(String secret, int slot) {
        jdbc.sql("""
                        insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                            answered, recorded_at)
                        select random_uuid(), t.participant_id, t.position, 1, mod(t.position + ?, 8),
                            1 + mod(t.position + ?, 9), 1 + mod(t.position, 9), t.position + 1, current_timestamp
                        from trial t join participant p on p.id = t.participant_id
                        join invitation i on i.id = p.invitation_id
                        where i.secret_hash = ? and t.position between 1 and ?""").params(slot, slot, new Secret(secret).hash(), IMAGES - 2).update();
        new RecordCheck(jdbc)
                .rebuildOf(jdbc.sql("select p.id from participant p join invitation i on i.id = p.invitation_id"
                                + " where i.secret_hash = ?")
                        .param(new Secret(secret).hash())
                        .query(Long.class)
                        .single());
    }

    private void seesTheStall(Page staff, long set) {
        int letters = POST.letters().size();
        age(set, Duration.ofHours(25));
        staff.locator("#places .state.stalled").waitFor();
        assertThat(POST.awaits(letters + 1)).isTrue();
        PostOffice.Letter reminder = POST.letters().get(letters);
        assertThat(reminder.to()).isEqualTo("first0@example.org");
    }

    private void seesTheRelease(Page staff, long set, Page drops) {
        age(set, Duration.ofHours(73));
        staff.locator("#places tr.free").waitFor();
        String own = POST.letters().stream()
                .filter(letter -> letter.to().equals("first0@example.org"))
                .findFirst()
                .orElseThrow()
                .link();
        drops.navigate(own);
        assertThat(drops.locator("main").textContent()).contains("place");
        assertThat(drops.locator("form.trial").count()).isZero();
    }

    /** As if the one at work had last been seen so long ago. */
    private void age(long set, Duration ago) {
        var then = Instant.now().minus(ago).atOffset(ZoneOffset.UTC);
        assertThat(jdbc.sql(
                                "update participant set seen_at = ?, consented_at = ? where set_id = ? and status = 'AT_WORK'")
                        .params(then, then, set)
                        .update())
                .isEqualTo(1);
    }

    private void expectComplete(Page staff, long set, int number) throws IOException {
        staff.navigate(address("/sets/" + set));
        assertThat(staff.locator(".figures dd").first().textContent().strip()).isEqualTo(PEOPLE + "/" + PEOPLE);
        assertThat(staff.locator("#places .state.completed").count()).isEqualTo(PEOPLE);
        staff.navigate(address("/sets/" + set + "/data"));
        for (String dimension : List.of("expression", "valence", "arousal")) {
            String name = dimension + "_set" + number + "_C25.csv";
            Download download = staff.waitForDownload(
                    () -> staff.locator("a").getByText(name).first().click());
            List<String> rows = Files.readAllLines(download.path());
            assertThat(rows).hasSize(1 + IMAGES).noneMatch(row -> row.contains(",,") || row.endsWith(","));
            assertThat(rows.get(1).split(",")).hasSize(2 + PEOPLE);
        }
        assertThat(Map.of("completed", PEOPLE))
                .containsEntry("completed", lab.progress(set).get("completed").asInt());
    }
}
