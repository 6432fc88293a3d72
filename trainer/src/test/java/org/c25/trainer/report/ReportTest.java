package org.c25.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.Likeness;
import org.c25.trainer.measures.NoiseCeiling;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {

    private static final int IMAGES = 40;

    @Test
    void saysByHowMuchTheCrowdLayerGainsWhereItGainsInEachSeed() {
        assertThat(Sentences.of(study(4, List.of(30, 31, 32), List.of(24, 25, 20), 3)))
                .contains(
                        "Crowd layer mw, 5 epochs on vote shares first: accuracy of the expression 0.775 (0.750 to 0.800),"
                                + " better than the majority vote's 0.575 (0.500 to 0.625) in each of 3 seeds, by 0.200 on average"
                                + " (0.150 to 0.300). On drawn faces with 3 ratings an image it was so in each of three seeds, too"
                                + " (docs/trainer.md).");
    }

    @Test
    void saysThatItDoesNotBeatTheMajorityWhereItDoesNot() {
        assertThat(all(study(4, List.of(30, 31, 32), List.of(35, 36, 37), 3)))
                .contains(
                        "no better than the majority vote's 0.900 (0.875 to 0.925) in any of 3 seeds: −0.125 on average")
                .contains("in each of three seeds (docs/trainer.md). Here it was not.")
                .doesNotContain("in each of 3 seeds");
        assertThat(all(study(4, List.of(30, 31, 32), List.of(30, 31, 32), 25)))
                .as("the same is not better")
                .contains("in any of 3 seeds: 0.000 on average")
                .contains("On drawn faces with 25 ratings an image");
    }

    @Test
    void saysWhatWasMeasuredOnlyWhereAsManyRatingsAndSeedsWere() {
        for (int ratings : List.of(1, 2, 4, 5, 10, 24)) {
            assertThat(all(study(4, List.of(30, 31, 32), List.of(24, 25, 20), ratings)))
                    .as(ratings + " ratings")
                    .doesNotContain("docs/trainer.md");
        }
        assertThat(all(study(4, List.of(30, 31), List.of(24, 25), 3)))
                .as("two seeds")
                .contains("in each of 2 seeds")
                .doesNotContain("docs/trainer.md");
        assertThat(all(study(4, List.of(30), List.of(24), 3))).as("one seed").doesNotContain("docs/trainer.md");
    }

    @Test
    void holdsACrowdLayerAgainstTheVoteSharesTooAndOnAScaleAgainstTheMeanFirst() {
        String said = all(new MadeUp(120, 5)
                .with(LabelsAs.MV, 5, 0.3, -1, 1, 2, 3)
                .with(LabelsAs.SHARES, 5, 0.5, -1, 1, 2, 3)
                .with(LabelsAs.CROWD, 5, 0.9, -1, 1, 2, 3)
                .study("Made up"));
        assertThat(said)
                .containsPattern(
                        "Crowd layer mw-s\\+b.*: accuracy of the expression .*, better than the majority vote's"
                                + " .*It is better than the vote shares' 0\\.\\d+ .* in each of 3 seeds")
                .containsPattern("Vote shares: accuracy of the expression .*, better than the majority vote's")
                .containsPattern(
                        "Crowd layer mw-s\\+b.*: CCC of valence .*, better than the mean's .* It is better than the"
                                + " most frequent step's")
                .containsPattern("Vote shares: CCC of valence .*, better than the most frequent step's");
    }

    @Test
    void doesNotDecideWhereSeedsDisagree() {
        assertThat(all(study(4, List.of(30, 31, 32), List.of(29, 36, 37), 3)))
                .contains("in 1 of 3 seeds", "This shows neither that it is better nor that it is not.");
    }

    @Test
    void comparesTheSeedsThatBothWaysHave() {
        Study whole = study(4, List.of(30, 31, 32), List.of(20, 21, 22), 3);
        List<Outcome> without = new ArrayList<>(whole.outcomes());
        without.remove(0);
        assertThat(all(with(whole, without))).contains("in each of 2 seeds, by 0.250 on average (0.250 to 0.250)");
    }

    @Test
    void shoutsAboutAClassThatIsNeverRecognised() {
        List<String> sentences = Sentences.of(study(0, List.of(30), List.of(25), 3));
        assertThat(sentences.get(0))
                .startsWith("NEVER RECOGNISED by majority vote: disgust (none of 5 images, in 1 of 1 seed).");
        assertThat(Html.list(sentences)).contains("<li class=\"loud\">NEVER RECOGNISED by majority vote");
        assertThat(Report.html(study(0, List.of(30), List.of(25), 3)))
                .contains("<td class=\"loud\">NEVER RECOGNISED: disgust</td>", "<circle class=\"ring\"");
        assertThat(Report.html(study(1, List.of(30), List.of(25), 3)))
                .doesNotContain("NEVER RECOGNISED", "<circle class=\"ring\"");
    }

    @Test
    void saysInHowManySeedsAClassIsLost() {
        Study usual = study(4, List.of(), List.of(), 3);
        Study study =
                with(usual, List.of(outcome(LabelsAs.MV, 1, 25, 0, IMAGES), outcome(LabelsAs.MV, 2, 25, 4, IMAGES)));
        assertThat(all(study)).contains("disgust (none of 5 images, in 1 of 2 seeds)");
        assertThat(Report.html(study)).contains("NEVER RECOGNISED: disgust (1 of 2 seeds)</td>");
    }

    @Test
    void saysThatFewerThanThreeSeedsAreTooFew() {
        assertThat(all(study(4, List.of(30), List.of(25), 3)))
                .contains("1 seed a way is too few to say which way is better: take three or more.")
                .contains("by 0.125 in the one seed")
                .doesNotContain("Seeds alone");
        assertThat(all(study(4, List.of(30, 31), List.of(25, 26), 3))).contains("2 seeds a way are too few");
        assertThat(all(study(4, List.of(30, 30, 31), List.of(25, 25, 29), 3)))
                .doesNotContain("too few")
                .contains("Seeds alone move the accuracy of the expression by up to 0.100 (majority vote).");
    }

    @Test
    void saysWhatThisStudyCantSay() {
        assertThat(all(study(4, List.of(32), List.of(25), 3)))
                .as("Wilson's interval of 32 of 40: 0.652 to 0.895")
                .contains("An accuracy of 0.800 on 40 test images is anything from 0.65 to 0.90 (95 %)")
                .contains("The images were split by image: one person's face may be both")
                .contains("All are held against the people's majority and mean, which can be wrong")
                .contains("one person reaches 0.700 against the majority of the others")
                .contains("fits the people better than one of them does alone.")
                .doesNotContain("No test image shows", "Calibration error", "no answer on");
        assertThat(all(study(4, List.of(26), List.of(25), 3)))
                .contains("No way of learning reaches what one person reaches; the nearest is crowd layer mw");
        assertThat(all(study(4, List.of(36), List.of(25), 3)))
                .contains("at least as well as half of them fit the others");
    }

    @Test
    void keepsPeoplesCeilingApartFromTheTruth() {
        Study people = study(4, List.of(32), List.of(25), 3);
        Study truth = new Study(
                people.title(),
                "the truth",
                people.answers(),
                people.train(),
                people.test(),
                "person",
                people.ceilings(),
                people.outcomes());
        assertThat(all(truth))
                .contains(
                        "The networks are held against the truth instead: the two kinds of figures can't be compared.")
                .doesNotContain("fits the people", "All are held against", "split by");
        assertThat(Report.html(truth)).contains("Noise ceiling: a person against the others, not the truth");
    }

    @Test
    void saysWhetherSharesAreProbabilities() {
        String said = all(new MadeUp(330, 25)
                .with(LabelsAs.MV, 0, 0.95, -1, 1)
                .with(LabelsAs.SHARES, 0, 0.3, -1, 1)
                .study("Made up"));
        assertThat(said)
                .containsPattern("Calibration error of majority vote: 0\\.0[0-4]\\d.* can be read as probabilities")
                .containsPattern("Calibration error of vote shares: 0\\.4.*too sure, by 0\\.4.*Don't read its shares");
    }

    @Test
    void isOneWellFormedFileThatNeedsNoOther(@TempDir Path folder) throws Exception {
        Study study = new MadeUp(150, 3)
                .with(LabelsAs.MV, 0, 0.6, -1, 1, 2, 3)
                .with(LabelsAs.CROWD, 5, 0.8, -1, 1, 2, 3)
                .study("Faces <I> & \"II\"\u0007");
        Path file = folder.resolve("report.html");
        Report.write(study, file);
        var parsed = parsed(Files.readString(file));
        assertThat(parsed.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Faces <I> & \"II\"\uFFFD: what networks learned");
        assertThat(parsed.getElementsByTagName("svg").getLength())
                .as(
                        "two legends of 2, recall, 2 confusions, 2 × 2 scatters, curves, 25 raters, bias and scale of 2 scales")
                .isEqualTo(4 + 1 + 2 + 4 + 1 + 25 + 4);
        assertThat(Files.readString(file)).doesNotContain("src=", "href=", "<script", "NaN", "Infinity", ">-0");
        assertThat(Report.html(study)).isEqualTo(Files.readString(file));
    }

    @Test
    void namesOfRatersAreEscaped() throws Exception {
        String page = Report.html(study(4, List.of(30, 31, 32), List.of(24, 25, 26), 3));
        parsed(page);
        assertThat(page)
                .contains(
                        "participant&lt;0&gt;: 12 answers, r 1.00",
                        "A high r alone is no proof",
                        "Mean r over the raters: 1.000")
                .doesNotContain("participant<0>");
    }

    @Test
    void endsOfWhatThereCanBe() throws Exception {
        Study usual = study(4, List.of(30), List.of(25), 3);
        Study nothing = with(usual, List.of());
        assertThat(Sentences.of(nothing)).containsExactly("No network has learned yet: there is nothing to report.");
        parsed(Report.html(nothing));
        Map<Dimension, float[][]> empty = new EnumMap<>(Dimension.class);
        float[][] none = new float[IMAGES][1];
        Arrays.stream(none).forEach(row -> Arrays.fill(row, Float.NaN));
        empty.put(Dimension.EXPRESSION, none);
        Study unanswered = new Study(
                "Nobody",
                usual.reference(),
                new Answers(usual.answers().images(), List.of("participant0"), empty),
                usual.train(),
                List.of(),
                "image",
                Map.of(),
                List.of(outcome(LabelsAs.CROWD, 1, 0, 0, 0)));
        String page = Report.html(unanswered);
        parsed(page);
        assertThat(page)
                .contains(
                        "40 of 40 images to learn from have no answer on the expression.",
                        "Fewer than two raters answered")
                .doesNotContain("NaN", "NEVER RECOGNISED", "An accuracy of");
        parsed(Report.html(with(usual, List.of(outcome(LabelsAs.MV, 1, 8, 1, 10)))));
    }

    @Test
    void likenessIsTheCorrelationOverKnownRows() {
        double nan = Double.NaN;
        double[][] one = {{1, 0}, {0.5, 0.5}, {0, 1}};
        double[][] other = {{0.8, 0.2}, {nan, nan}, {0.2, 0.8}};
        assertThat(Likeness.of(one, other)).isCloseTo(1, within(1e-12));
        assertThat(Likeness.of(one, new double[][] {{0.2, 0.8}, {nan, nan}, {0.8, 0.2}}))
                .isCloseTo(-1, within(1e-12));
        assertThat(Likeness.of(one, new double[][] {{nan, nan}, {nan, nan}, {nan, nan}}))
                .isNaN();
    }

    @Test
    void theObservedScaleIsASlopeOnTheMean() {
        float nan = Float.NaN;
        Answers answers = new Answers(
                List.of("a", "b", "c", "d"),
                List.of("wide", "narrow", "rare"),
                Map.of(Dimension.VALENCE, new float[][] {{1, 0.5f, nan}, {-1, -0.5f, nan}, {0, 0, 0}, {0.5f, 0.25f, nan}
                }));
        Study study = new Study("", Study.TRUTH, answers, List.of(0, 1, 2, 3), List.of(), "image", Map.of(), List.of());
        assertThat(Observed.scale(study, Dimension.VALENCE, rater("wide"))).isCloseTo(4 / 3.0, within(1e-6));
        assertThat(Observed.scale(study, Dimension.VALENCE, rater("narrow"))).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(Observed.scale(study, Dimension.VALENCE, rater("rare"))).isNaN();
        assertThat(Observed.scale(study, Dimension.VALENCE, rater("nobody"))).isNaN();
    }

    @Test
    void numbersHaveARealMinusAndNoMinusZero() {
        assertThat(Html.number(-0.1234)).isEqualTo("−0.123");
        assertThat(Html.number(Double.NaN)).isEqualTo("–");
        assertThat(Html.signed(-0.001)).isEqualTo("0.00");
        assertThat(Html.signed(0.25)).isEqualTo("+0.25");
    }

    private static LearnedRater rater(String name) {
        return new LearnedRater(name, Map.of(), null, null, null, Map.of());
    }

    private static String all(Study study) {
        return String.join("\n", Sentences.of(study));
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static Study with(Study study, List<Outcome> outcomes) {
        return new Study(
                study.title(),
                study.reference(),
                study.answers(),
                study.train(),
                study.test(),
                study.splitBy(),
                study.ceilings(),
                outcomes);
    }

    /**
     * @param rightDisgust how many of the five images of disgust the majority's network gets right
     * @param crowd how many of the 40 images a crowd layer's network gets right, a seed each
     */
    private static Study study(int rightDisgust, List<Integer> crowd, List<Integer> majority, int ratings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < majority.size(); at++) {
            outcomes.add(outcome(LabelsAs.MV, at + 1, majority.get(at), rightDisgust, IMAGES));
        }
        for (int at = 0; at < crowd.size(); at++) {
            outcomes.add(outcome(LabelsAs.CROWD, at + 1, crowd.get(at), 3, IMAGES));
        }
        List<Integer> all = IntStream.range(0, IMAGES).boxed().toList();
        return new Study(
                "Faces",
                Study.PEOPLE,
                new Answers(
                        all.stream().map(at -> "face" + at).toList(),
                        IntStream.range(0, ratings)
                                .mapToObj(at -> "participant" + at)
                                .toList(),
                        Map.of(Dimension.EXPRESSION, new float[IMAGES][ratings])),
                all,
                all,
                "image",
                Map.of(Dimension.EXPRESSION, new NoiseCeiling(0.7, 0.85)),
                outcomes);
    }

    private static Outcome outcome(LabelsAs labelsAs, long seed, int right, int rightDisgust, int images) {
        List<ExpressionMeasures.Pair> pairs = new ArrayList<>();
        int left = right - rightDisgust;
        for (int image = 0; image < images; image++) {
            int code = image % 8;
            boolean hit = code == 4 ? image / 8 < rightDisgust : left-- > 0;
            pairs.add(new ExpressionMeasures.Pair(code, hit ? code : (code == 3 ? 5 : 3), 0.7));
        }
        double[][] matrix = new double[8][8];
        for (int code = 0; code < 8; code++) {
            matrix[code][code] = 1;
        }
        List<LearnedRater> raters = labelsAs == LabelsAs.CROWD
                ? List.of(new LearnedRater(
                        "participant<0>", Map.of(Dimension.EXPRESSION, 12), matrix, matrix, null, Map.of()))
                : List.of();
        return new Outcome(
                MadeUp.settings(Target.EXPRESSION, labelsAs, 5, seed),
                310_000,
                List.of(2.0, 1.5, 1.2),
                new Said(Target.EXPRESSION, new float[0][]),
                ExpressionMeasures.of(pairs),
                Map.of(),
                raters,
                12);
    }
}
