package org.c25.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** Figures in the width, the font and the orientation that their reader chose: one by one, all in a ZIP, and on the page. */
@OnH2
class ChoosingHowFiguresLookTest {

    /** What stands at the axes, in the legends and at the colour bars of each figure. */
    private static final Map<String, List<String>> TITLES = Map.ofEntries(
            Map.entry("coefficients", List.of("Value, 1 at full agreement", "ICC(2,k)")),
            Map.entry("agreement-curve", List.of("Number of images", "Agreeing participants, at least")),
            Map.entry("circumplex", List.of("Mean valence (−1 to 1)", "Mean arousal (−1 to 1)", "Majority vote")),
            Map.entry("vote-distribution", List.of("Expression", "Number of votes", "Number of images")),
            Map.entry("label-confusion", List.of("AffectNet's label", "Majority vote", "Share of the row")),
            Map.entry("pairs-expression", List.of("Participant", "Share of images with the same expression")),
            Map.entry("pairs-kappa", List.of("Participant", "Cohen's κ of the expressions", "Mean κ ± sd")),
            Map.entry("pairs-valence", List.of("Participant", "Lin's concordance of valence", "Mean CCC ± sd")),
            Map.entry("pairs-arousal", List.of("Participant", "Lin's concordance of arousal", "Mean CCC ± sd")),
            Map.entry(
                    "enough-raters",
                    List.of("Krippendorff's α", "Width, on a scale of −1 to 1", "Share of images", "Participants")),
            Map.entry("decision-study", List.of("Raters", "Cohen's κ", "Reliability", "Majority vote (κ), mean (Φ)")),
            Map.entry("dawid-skene", List.of("Log-likelihood (nats)", "Iteration", "Participant")),
            Map.entry(
                    "drift",
                    List.of(
                            "Median response time (s)",
                            "Share of expressions",
                            "one participant",
                            "median of the participants")));

    @LocalServerPort
    int port;

    private Api staff;
    private long set;

    @BeforeEach
    void threePeopleHaveAnswered() {
        staff = Api.stranger(port).admin();
        Lab lab = new Lab(staff);
        set = lab.openSet(lab.study(Map.of("capacity", 3, "repeatShare", 0)), 12);
        for (int slot = 0; slot < 3; slot++) {
            Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
            person.consent().expect(200);
            for (int position = 0; position < 12; position++) {
                Map<String, Object> body = Person.body(
                        UUID.randomUUID().toString(),
                        position * (slot + 1) % 8,
                        1 + position % 9,
                        9 - (position + slot) % 9);
                body.put("responseTimeMillis", 1000 + 300 * position);
                person.answer(position, body).expect(200);
            }
        }
    }

    @Test
    void everyFigureNamesItsAxesItsLinesAndItsColours() throws Exception {
        assertThat(figures()).containsExactlyInAnyOrderElementsOf(TITLES.keySet());
        for (String figure : figures()) {
            assertThat(texts(svg(figure, ""))).as(figure).containsAll(TITLES.get(figure));
        }
    }

    @Test
    void everyFigureIsAsWideAsChosenAndNothingIsBeyondItsEdges() throws Exception {
        for (String figure : figures()) {
            for (int width : List.of(480, 720, 1200)) {
                Element root = svg(figure, "?font=times&width=" + width).getDocumentElement();
                assertThat(root.getAttribute("width")).as(figure).isEqualTo("" + width);
                assertThat(root.getAttribute("font-family")).startsWith("Times New Roman");
                double height = Double.parseDouble(root.getAttribute("height"));
                NodeList all = root.getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    Element one = (Element) all.item(i);
                    for (String x : List.of("x", "x1", "x2", "cx")) {
                        isInside(one, x, width, figure);
                    }
                    for (String y : List.of("y", "y1", "y2", "cy")) {
                        isInside(one, y, height, figure);
                    }
                }
            }
        }
    }

    private static void isInside(Element one, String place, double most, String figure) {
        if (one.hasAttribute(place)) {
            assertThat(Double.parseDouble(one.getAttribute(place)))
                    .as("%s of a %s in %s, %s wide", place, one.getTagName(), figure, most)
                    .isBetween(0.0, most);
        }
    }

    @Test
    void theCircumplexHasValenceAtTheBottomAndArousalIfThatIsAsked() throws Exception {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        staff.get("/api/v1/sets/" + set + "/figures/circumplex.csv?x=arousal")
                .expect(200)
                .body()
                .lines()
                .skip(1)
                .forEach(line -> numbers.put(line.split(",")[0], List.of(line.split(","))));

        Document usual = svg("circumplex", "");
        Document turned = svg("circumplex", "?x=arousal");

        for (Map.Entry<String, List<String>> image : numbers.entrySet()) {
            double arousal = Double.parseDouble(image.getValue().get(2));
            double valence = Double.parseDouble(image.getValue().get(5));
            assertThat(place(usual, image.getKey(), "cx")).isCloseTo(66 + (valence + 1) * 250, within(0.01));
            assertThat(place(usual, image.getKey(), "cy")).isCloseTo(540 - (arousal + 1) * 250, within(0.01));
            assertThat(place(turned, image.getKey(), "cx")).isCloseTo(66 + (arousal + 1) * 250, within(0.01));
            assertThat(place(turned, image.getKey(), "cy")).isCloseTo(540 - (valence + 1) * 250, within(0.01));
        }
        String image = "/sets/" + set + "/results/images/1003/place.svg";
        assertThat(signedIn().get(image).body())
                .isNotEqualTo(signedIn().get(image + "?x=arousal").body());
    }

    private static double place(Document svg, String image, String attribute) {
        NodeList ellipses = svg.getElementsByTagName("ellipse");
        for (int i = 0; i < ellipses.getLength(); i++) {
            Element one = (Element) ellipses.item(i);
            if (one.getAttribute("data-image").equals(image)) {
                return Double.parseDouble(one.getAttribute(attribute));
            }
        }
        throw new AssertionError("no ellipse of image " + image);
    }

    @Test
    void whatCantBeChosenIsNamed() {
        for (String file : List.of("figures/drift.svg", "figures/drift.png", "figures.zip")) {
            String path = "/api/v1/sets/" + set + "/" + file;
            for (String width : List.of("479", "1201", "wide", "99999999999", "-720", "720.5")) {
                staff.get(path + "?width=" + width).expectProblem(422, "width: a whole number of pixels, 480 to 1200");
            }
            staff.get(path + "?font=comic").expectProblem(422, "font: is one of helvetica, times, latin-modern");
            staff.get(path + "?x=expression").expectProblem(422, "x: is valence or arousal");
            staff.get(path + "?out=7").expectProblem(422, "out: is a slot of the set");
        }
        staff.get("/api/v1/sets/" + set + "/figures/pie.png").expectProblem(404, "agreement-curve");
        assertThat(signedIn().get("/sets/" + set + "/results?width=9").body())
                .contains("a whole number of pixels, 480 to 1200");
    }

    @Test
    void aScriptGetsAPng() throws IOException {
        Api.Answer file = staff.get("/api/v1/sets/" + set + "/figures/circumplex.png?out=2&width=480")
                .expect(200);

        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition")).contains("circumplex_set1_C3_without-2.png");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(picture.getWidth()).isEqualTo(3 * 480);
        assertThat(picture.getRGB(0, 0)).as("white paper").isEqualTo(-1);
        for (String figure : figures()) {
            byte[] png = staff.get("/api/v1/sets/" + set + "/figures/" + figure + ".png")
                    .expect(200)
                    .bytes();
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
                    .as(figure)
                    .isEqualTo(3 * 720);
        }
    }

    @Test
    void allFiguresComeInOneZip() throws IOException {
        String query = "?out=2&width=900&font=latin-modern";
        Api.Answer zip =
                staff.get("/api/v1/sets/" + set + "/figures.zip" + query).expect(200);

        assertThat(zip.header("Content-Disposition")).contains("figures_set1_C3_without-2.zip");
        Map<String, byte[]> files = unpacked(zip.bytes());
        assertThat(files).hasSize(1 + 3 * figures().size());
        for (String figure : figures()) {
            for (String kind : List.of("svg", "csv")) {
                assertThat(new String(files.get(figure + "_set1_C3_without-2." + kind), UTF_8))
                        .as(figure)
                        .isEqualTo(staff.get("/api/v1/sets/" + set + "/figures/" + figure + "." + kind + query)
                                .expect(200)
                                .body());
            }
            byte[] png = files.get(figure + "_set1_C3_without-2.png");
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(3 * 900);
        }
        assertThat(new String(files.get("about.txt"), UTF_8))
                .contains("without participant2", "circumplex_set1_C3_without-2.svg", "mean valence and mean arousal")
                .containsOnlyOnce("which AffectNet's licence keeps from being handed on");
        assertThat(unpacked(staff.get("/api/v1/sets/" + set + "/figures.zip" + query)
                        .bytes()))
                .as("the same bytes each time")
                .containsExactlyEntriesOf(files);
    }

    @Test
    void thePageKeepsTheChoiceInItsAddressAndLeadsToAllThatIsOnIt() {
        String choice = "out=2&amp;width=900&amp;font=times&amp;x=arousal";
        Visitor admin = signedIn();

        String page = admin.get("/sets/" + set + "/results?" + choice.replace("&amp;", "&"))
                .body();

        assertThat(page)
                .contains("results/figures/circumplex.svg?" + choice, "results/figures/circumplex.png?" + choice)
                .contains("results/figures.zip?" + choice, "results/coefficients?" + choice)
                .contains("value=\"900\"", "<option value=\"times\" selected")
                .contains("<option value=\"arousal\" selected");
        List<String> anchors = Pattern.compile("href=\"#([a-z-]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(anchors).containsAll(figures()).contains("agreement", "participants", "votes", "models");
        assertThat(anchors).allSatisfy(anchor -> assertThat(page).containsOnlyOnce(" id=\"" + anchor + "\""));
        for (String part : List.of("coefficients", "participants", "self-agreement", "votes", "images/1003")) {
            assertThat(admin.get("/sets/" + set + "/results/" + part + "?" + choice.replace("&amp;", "&"))
                            .body())
                    .as(part)
                    .contains("/results?" + choice);
        }
        assertThat(admin.get("/sets/" + set + "/results").body())
                .contains("results/figures/circumplex.svg\"", "results/figures.zip\"");
    }

    @Test
    void whatToReportFirstStandsFirstAndTheRestIsFolded() {
        String page = signedIn().get("/sets/" + set + "/results/coefficients").body();

        List<String> groups = List.of(page.split("<details"));
        assertThat(groups).hasSize(1 + 4);
        assertThat(groups.get(1)).contains("open", "Report these first");
        assertThat(rows(groups.get(1)))
                .containsExactly(
                        "Krippendorff's α, nominal",
                        "Krippendorff's α, interval",
                        "ICC(2,k)",
                        "Krippendorff's α, interval",
                        "ICC(2,k)");
        assertThat(groups.subList(2, 5))
                .noneMatch(group -> group.substring(0, group.indexOf('>')).contains("open"));
        assertThat(groups.subList(1, 5).stream()
                        .mapToInt(group -> rows(group).size())
                        .sum())
                .as("every coefficient is in one group")
                .isEqualTo(5 + 2 * 13);
        assertThat(rows(groups.get(3))).contains("ICC(1,1)").doesNotContain("Mean pairwise CCC");
    }

    private static List<String> rows(String group) {
        return Pattern.compile("<th scope=\"row\"[^>]*>([^<]+)")
                .matcher(group)
                .results()
                .map((MatchResult found) -> found.group(1).replace("&#39;", "'"))
                .toList();
    }

    @Test
    void theDescriptionOfTheApiNamesWhatCanBeChosen() {
        JsonNode api = Api.stranger(port).get("/api/v1/openapi").expect(200).json();

        for (String path : List.of("/figures/{name}.svg", "/figures/{name}.png", "/figures.zip")) {
            assertThat(api.get("paths")
                            .get("/api/v1/sets/{set}" + path)
                            .get("get")
                            .get("parameters")
                            .valueStream())
                    .extracting(parameter -> parameter.get("name").asString())
                    .as(path)
                    .contains("out", "complete", "class", "width", "font", "x");
        }
    }

    private List<String> figures() {
        return staff.get("/api/v1/figures")
                .expect(200)
                .json()
                .valueStream()
                .map((JsonNode figure) -> figure.get("name").asString())
                .toList();
    }

    private Document svg(String figure, String query) throws Exception {
        byte[] svg = staff.get("/api/v1/sets/" + set + "/figures/" + figure + ".svg" + query)
                .expect(200)
                .bytes();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private Visitor signedIn() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        return admin;
    }
}
