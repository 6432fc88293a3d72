package org.c25.ratermodels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom of a set's raters to rely on, as its page shows it, as programs fetch it, and as its files have it. */
@OnH2
class RelyingOnRatersTest {

    private static final int IMAGES = 24;
    private static final int RATERS = 5;

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    /** Five raters, the last of whom answers at random; participant3 says 0.5 more of everything. */
    private long rated() {
        Random random = new Random(4);
        StringBuilder expression = header();
        StringBuilder valence = header();
        StringBuilder arousal = header();
        for (int image = 0; image < IMAGES; image++) {
            double place = random.nextInt(5) / 4.0 - 0.5;
            expression.append(image).append(',').append(image).append(".png");
            valence.append(image).append(',').append(image).append(".png");
            arousal.append(image).append(',').append(image).append(".png");
            for (int rater = 0; rater < RATERS; rater++) {
                boolean right = rater < 4 && random.nextDouble() < 0.85;
                expression.append(',').append(right ? image % 8 : random.nextInt(8));
                valence.append(',').append(step(place + (rater == 3 ? 0.5 : 0) + 0.25 * (random.nextInt(3) - 1)));
                arousal.append(',').append(step(place + 0.25 * (random.nextInt(3) - 1)));
            }
            expression.append("\r\n");
            valence.append("\r\n");
            arousal.append("\r\n");
        }
        byte[] manifest = expression.toString().getBytes(UTF_8);
        long set = lab.bareSet(lab.study(Map.of("capacity", RATERS)), manifest);
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression", manifest,
                                "valence", valence.toString().getBytes(UTF_8),
                                "arousal", arousal.toString().getBytes(UTF_8)))
                .expect(201);
        return set;
    }

    private static StringBuilder header() {
        return new StringBuilder("index,filename,participant0,participant1,participant2,participant3,participant4\r\n");
    }

    private static String step(double place) {
        double cut = Math.max(-1, Math.min(1, place));
        return String.format(Locale.ROOT, Math.rint(cut * 2) == cut * 2 ? "%.1f" : "%.2f", cut);
    }

    @Test
    void thePageShowsEachModelWithItsRatersAndItsConvergence() throws InterruptedException {
        long set = rated();
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        assertThat(visitor.get("/sets/" + set + "/results").body()).contains("/sets/" + set + "/rater-models");
        for (RaterModel model : RaterModel.all()) {
            String page = shown(visitor, "/sets/" + set + "/rater-models?model=" + model.key());
            assertThat(page).contains(model.title(), model.about(), "participant4", "/data");
            boolean iterates = model.labels() == null || !page.contains("greement with the majority");
            assertThat(page.contains("It converged after")).as(model.key()).isEqualTo(iterates);
            assertThat(page.contains("<polyline points=\"0.0,")).isEqualTo(iterates);
        }
        assertThat(shown(visitor, "/sets/" + set + "/rater-models/calibration"))
                .contains("120 answers of raters who were left out", "0 answers at the second showing", "GLAD");
        assertThat(visitor.get("/sets/" + set + "/rater-models?model=none").statusCode())
                .isEqualTo(404);
    }

    /** Returns a page when it is no longer being worked out. */
    private static String shown(Visitor visitor, String path) throws InterruptedException {
        String page = visitor.get(path).body();
        for (int time = 0; page.contains("http-equiv=\"refresh\"") && time < 100; time++) {
            Thread.sleep(100);
            page = visitor.get(path).body();
        }
        return page;
    }

    @Test
    void aSetWithoutAnswersSaysSo() {
        long set = lab.bareSet(lab.study(), "index,filename\r\n1,a.png\r\n".getBytes(UTF_8));
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        assertThat(visitor.get("/sets/" + set + "/rater-models").body())
                .contains("Fewer than two people have answered");
        assertThat(visitor.get("/sets/" + set + "/rater-models/calibration").body())
                .contains("Fewer than two people have answered");
        for (String model : new String[] {"one-coin", "ordinal-valence", "calibration"}) {
            assertThat(staff.get("/api/v1/sets/" + set + "/rater-models/" + model)
                            .expect(409)
                            .body())
                    .contains("Fewer than two people have answered");
        }
        assertThat(text(set, "raters_set1_C25.csv").lines()).hasSize(1);
        assertThat(text(set, "soft-labels-mace_set1_C25.csv").lines())
                .containsExactly(
                        "index,filename,answers,label,happiness,sadness,surprise,fear,disgust,anger,contempt,neutral",
                        "1,a.png,0,,,,,,,,,");
    }

    /** With nobody to be held against, a model has its prior alone, and anything else that it says of raters is made up. */
    @Test
    void ofPeopleWhoShareNoImageNothingIsSaid() {
        byte[] expression = "index,filename,participant0,participant1\r\n1,a.png,3,\r\n2,b.png,,4\r\n".getBytes(UTF_8);
        byte[] scale = "index,filename,participant0,participant1\r\n1,a.png,0.5,\r\n2,b.png,,-0.25\r\n".getBytes(UTF_8);
        long set = lab.bareSet(lab.study(Map.of("capacity", 2)), expression);
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of("expression", expression, "valence", scale, "arousal", scale))
                .expect(201);
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        for (String model : new String[] {"mace", "ordinal-valence"}) {
            assertThat(visitor.get("/sets/" + set + "/rater-models?model=" + model)
                            .body())
                    .contains("No image has answers of two people")
                    .doesNotContain("participant0");
            assertThat(staff.get("/api/v1/sets/" + set + "/rater-models/" + model)
                            .expect(409)
                            .body())
                    .contains("No image has answers of two people");
        }
    }

    @Test
    void programsGetTheSameWithoutARoundedFigure() throws InterruptedException {
        long set = rated();
        String address = "/api/v1/sets/" + set + "/rater-models";

        assertThat(staff.get(address).expect(200).json()).hasSize(9);
        JsonNode coins = ready(address + "/one-coin");
        JsonNode raters = coins.path("raters");
        assertThat(raters.get(4)
                        .path("parameters")
                        .path("reliability")
                        .path("value")
                        .asDouble())
                .isLessThan(0.45);
        for (int rater = 0; rater < 4; rater++) {
            JsonNode reliability = raters.get(rater).path("parameters").path("reliability");
            assertThat(reliability.path("value").asDouble())
                    .isGreaterThan(0.6)
                    .isBetween(
                            reliability.path("low").asDouble(),
                            reliability.path("high").asDouble());
        }
        assertThat(coins.path("convergence").path("converged").asBoolean()).isTrue();
        assertThat(coins.path("images")).hasSize(IMAGES);
        assertThat(coins.path("answers").asInt()).isEqualTo(IMAGES * RATERS);
        assertThat(coins.path("answersSince").asInt()).isZero();
        JsonNode valence = ready(address + "/ordinal-valence");
        JsonNode bias = valence.path("raters").get(3).path("parameters").path("bias");
        assertThat(bias.path("low").asDouble()).isPositive();
        assertThat(ready(address + "/mace?out=4").path("raters")).hasSize(4);
        JsonNode shares = ready(address + "/calibration").get(0);
        assertThat(shares.path("model").asString()).isEqualTo("vote-shares");
        assertThat(shares.path("others").path("answers").asInt()).isEqualTo(IMAGES * RATERS);
        assertThat(shares.path("repeats").path("logLoss").isNull()).isTrue();
        staff.get(address + "/none").expect(404);
    }

    private JsonNode ready(String path) throws InterruptedException {
        Api.Answer answer = staff.get(path);
        for (int time = 0; answer.status() == 503 && time < 100; time++) {
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            Thread.sleep(100);
            answer = staff.get(path);
        }
        return answer.expect(200).json();
    }

    @Test
    void theFilesAndThePackageHaveThemAndAreTheSameEachTime() throws IOException, InterruptedException {
        long set = rated();

        String raters = text(set, "raters_set1_C5.csv");
        double accuracy = raters.lines()
                .filter(line -> line.startsWith("one-coin,expression,participant4,24,accuracy,,,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[7]))
                .findFirst()
                .orElseThrow();
        assertThat(accuracy)
                .isCloseTo(
                        ready("/api/v1/sets/" + set + "/rater-models/one-coin")
                                .path("raters")
                                .get(4)
                                .path("parameters")
                                .path("reliability")
                                .path("value")
                                .asDouble(),
                        within(1e-12));
        assertThat(raters.lines()
                        .filter(line -> line.startsWith("smoothed-dawid-skene,") && line.contains(",confusion,")))
                .hasSize(RATERS * 64);
        assertThat(text(set, "soft-labels-glad_set1_C5.csv").lines()).hasSize(1 + IMAGES);
        assertThat(text(set, "locations-arousal_set1_C5.csv").lines()).hasSize(1 + IMAGES);
        assertThat(text(set, "calibration_set1_C5.csv").lines()).hasSize(1 + 7 * 2);

        byte[] zip = lab.export(set, "data-package.zip");
        assertThat(entry(zip, "raters_set1_C5.csv")).isEqualTo(raters);
        assertThat(lab.export(set, "data-package.zip")).isEqualTo(zip);
        assertThat(entry(zip, "datapackage.json"))
                .contains("soft-labels-mace_set1_c5", "locations-valence_set1_C5.csv");
        JsonNode models = JsonMapper.builder()
                .build()
                .readTree(entry(zip, "results.json"))
                .path("raterModels");
        assertThat(models).hasSize(9);
        assertThat(models.get(8).path("model").asString()).isEqualTo("ordinal-arousal");
        assertThat(models.get(2).path("converged").asBoolean()).isTrue();
        for (JsonNode model : models) {
            for (JsonNode file : model.path("files")) {
                assertThat(entry(zip, file.asString())).isNotEmpty();
            }
        }
    }

    private String text(long set, String file) {
        return new String(lab.export(set, file), UTF_8);
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), UTF_8);
                }
            }
        }
        return "";
    }
}
