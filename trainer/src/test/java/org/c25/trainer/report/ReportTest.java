package org.c25.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.learning.Target;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.NoiseCeiling;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final int IMAGES = 40;

    @Test
    void saysByHowMuchTheCrowdLayerGainsWhereItGainsInEachSeed() {
        assertThat(Sentences.of(study(4, List.of(30, 31, 32), List.of(24, 25, 20))))
                .anySatisfy(one -> assertThat(one)
                        .contains(
                                "Accuracy of expression: crowd layer mw",
                                "0.775 (0.750 to 0.800)",
                                "0.575 (0.500 to 0.625)")
                        .contains("gains 0.200, in each seed (0.150 to 0.300), with 1.0 ratings an image"));
    }

    @Test
    void saysThatItDoesNotBeatTheMajorityWhereItDoesNot() {
        assertThat(Sentences.of(study(4, List.of(30, 31, 32), List.of(35, 36, 37))))
                .anySatisfy(one -> assertThat(one).contains("does not beat the majority vote here"));
    }

    @Test
    void doesNotDecideWhereSeedsDisagree() {
        assertThat(Sentences.of(study(4, List.of(30, 31, 32), List.of(29, 36, 37))))
                .anySatisfy(one ->
                        assertThat(one).contains("better in 1 of 3 seeds: this study doesn't show that it is better"));
    }

    @Test
    void shoutsAboutAClassThatIsNeverRecognised() {
        List<String> sentences = Sentences.of(study(0, List.of(30), List.of(25)));
        assertThat(sentences.get(0)).startsWith("NEVER RECOGNISED: disgust (majority vote, seed 1).");
        assertThat(Html.list(sentences)).contains("<li class=\"loud\">NEVER RECOGNISED: disgust");
    }

    @Test
    void saysThatOneSeedIsTooFew() {
        assertThat(String.join("\n", Sentences.of(study(4, List.of(30), List.of(25)))))
                .contains("Each way has learned with one seed.")
                .contains("40 test images: an accuracy of 0.80 is uncertain by ±0.12")
                .contains("one person's face may be both")
                .contains("one person agrees with the others' majority with a share of 0.900");
        assertThat(String.join("\n", Sentences.of(study(4, List.of(30, 30, 30), List.of(25, 25, 25)))))
                .doesNotContain("one seed");
    }

    @Test
    void isOneWellFormedFileThatNeedsNoOther() throws Exception {
        String page = Report.html(study(4, List.of(30, 31, 32), List.of(24, 25, 26)));
        String xml = page.replace("<!DOCTYPE html>", "").replace("<meta charset=\"utf-8\">", "");
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("svg").getLength())
                .as("confusions and losses of two ways, and both maps of one rater")
                .isEqualTo(6);
        assertThat(page)
                .doesNotContain("src=", "href=", "<script")
                .contains("Faces &lt;I&gt;", "participant0: 12 answers, r 1.000");
        assertThat(Report.html(study(4, List.of(30, 31, 32), List.of(24, 25, 26))))
                .isEqualTo(page);
    }

    @Test
    void likenessIsTheCorrelationOverKnownRows() {
        double nan = Double.NaN;
        double[][] one = {{1, 0}, {0.5, 0.5}, {0, 1}};
        double[][] other = {{0.8, 0.2}, {nan, nan}, {0.2, 0.8}};
        assertThat(Raters.likeness(one, other)).isCloseTo(1, within(1e-12));
        assertThat(Raters.likeness(one, new double[][] {{0.2, 0.8}, {nan, nan}, {0.8, 0.2}}))
                .isCloseTo(-1, within(1e-12));
    }

    /** @param rightDisgust how many of the five images of disgust the majority's network gets right; of the rest as needed */
    private static Study study(int rightDisgust, List<Integer> crowd, List<Integer> majority) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < majority.size(); at++) {
            outcomes.add(outcome(LabelsAs.MV, at + 1, majority.get(at), rightDisgust));
        }
        for (int at = 0; at < crowd.size(); at++) {
            outcomes.add(outcome(LabelsAs.CROWD, at + 1, crowd.get(at), 3));
        }
        float[][] column = new float[IMAGES][1];
        Map<Dimension, float[][]> values = new EnumMap<>(Map.of(Dimension.EXPRESSION, column));
        List<String> names =
                IntStream.range(0, IMAGES).mapToObj(at -> "face" + at).toList();
        List<Integer> all = IntStream.range(0, IMAGES).boxed().toList();
        return new Study(
                "Faces <I>",
                "the people's majority and mean",
                new Answers(names, List.of("participant0"), values),
                all,
                all,
                "image",
                Map.of(Dimension.EXPRESSION, new NoiseCeiling(0.9, 0.95)),
                outcomes);
    }

    private static Outcome outcome(LabelsAs labelsAs, long seed, int right, int rightDisgust) {
        Settings settings = new Settings(
                Target.EXPRESSION,
                labelsAs,
                Map.of(false, CrowdKind.MW),
                Architecture.read("small", false),
                1,
                3,
                32,
                1e-3,
                1e-2,
                48,
                seed,
                1);
        List<ExpressionMeasures.Pair> pairs = new ArrayList<>();
        int left = right - rightDisgust;
        for (int image = 0; image < IMAGES; image++) {
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
                        "participant0", Map.of(Dimension.EXPRESSION, 12), matrix, matrix, null, Map.of()))
                : List.of();
        return new Outcome(
                settings,
                310_000,
                List.of(2.0, 1.5, 1.2),
                new Said(Target.EXPRESSION, new float[0][]),
                ExpressionMeasures.of(pairs),
                Map.of(),
                raters,
                12);
    }
}
