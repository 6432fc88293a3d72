package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.ratings.Ratings;
import org.c25.results.AgreementView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every figure of the published set 1 that other programs computed, to nine decimals. Set {@code C25_PUBLISHED_SET} to a
 * folder with its three files, {@code agreement.json}, {@code statistics.json} and {@code per_image.csv}.
 */
@EnabledIfEnvironmentVariable(
        named = "C25_PUBLISHED_SET",
        matches = ".+",
        disabledReason = "C25_PUBLISHED_SET names no folder with the files and figures of set 1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedSetTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path folder;
    private Ratings ratings;
    private AgreementStatistics statistics;
    private JsonNode known;

    @BeforeAll
    void readThePublishedSet() throws IOException {
        folder = Path.of(System.getenv("C25_PUBLISHED_SET"));
        ratings = Ratings.of(
                columns("expression", text -> Byte.parseByte(text)),
                columns("valence", text -> (byte) Step.c25Texts().indexOf(text)),
                columns("arousal", text -> (byte) Step.c25Texts().indexOf(text)));
        statistics = AgreementStatistics.of(ratings);
        known = JSON.readTree(folder.resolve("statistics.json").toFile()).get("set1");
    }

    private interface Cell {
        byte of(String text);
    }

    private byte[][] columns(String dimension, Cell cell) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(dimension + "_set1_C25.csv"));
        byte[][] columns = new byte[25][lines.size() - 1];
        for (int image = 0; image < columns[0].length; image++) {
            String[] cells = lines.get(image + 1).split(",");
            for (int slot = 0; slot < columns.length; slot++) {
                columns[slot][image] = cell.of(cells[slot + 2]);
            }
        }
        return columns;
    }

    @Test
    void givesTheFiguresOfTheContract() {
        JsonNode contract = JSON.readTree(folder.resolve("agreement.json").toFile());
        JsonNode ours = JSON.valueToTree(AgreementView.of(statistics));

        assertThat(ours.get("images").asInt()).isEqualTo(800);
        assertThat(ours.get("participants").asInt()).isEqualTo(25);
        int compared = 0;
        for (Dimension dimension : Dimension.values()) {
            JsonNode theirs = contract.get(dimension.field());
            JsonNode figures = ours.get(dimension.field());
            assertThat(figures.propertyNames()).containsAll(theirs.propertyNames());
            assertThat(figures.get("images").asInt()).isEqualTo(800);
            assertThat(figures.get("completeImages").asInt()).isEqualTo(800);
            assertThat(figures.get("participants").asInt()).isEqualTo(25);
            assertThat(figures.get("pairs").asInt()).isEqualTo(300);
            assertThat(figures.get("undefined")).isEmpty();
            assertThat(figures.get("warnings")).isEmpty();
            for (String name : theirs.propertyNames()) {
                if (theirs.get(name).isArray()) {
                    assertThat(ours.get(dimension.field()).get(name)).isEqualTo(theirs.get(name));
                } else {
                    same(
                            dimension + " " + name,
                            ours.get(dimension.field()).get(name).asDouble(),
                            theirs.get(name));
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(11 + 15 + 15);
    }

    @Test
    void givesTheFurtherFiguresOfTheExpressions() {
        JsonNode theirs = known.get("expression");
        ExpressionAgreement ours = statistics.expression();

        same(
                "percent",
                ours.percentAgreement().value(),
                theirs.get("pairwise_raw_agreement").get("mean"));
        same("kappa", ours.fleissKappa(), theirs, "fleiss_kappa");
        same("AC1", ours.gwetAc1(), theirs, "gwet_ac");
        same("alpha", ours.krippendorffAlpha(), theirs.get("krippendorff_alpha_nominal"));
        spread("Cohen", ours.cohenKappa(), theirs.get("pairwise_cohen_kappa"));
        votes(Dimension.EXPRESSION, ours.votes(), theirs, theirs.get("score"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Dimension.class,
            names = {"VALENCE", "AROUSAL"})
    void givesTheFurtherFiguresOfTheScales(Dimension dimension) {
        JsonNode theirs = known.get(dimension.field());
        ScaleAgreement ours = dimension == Dimension.VALENCE ? statistics.valence() : statistics.arousal();

        same("nominal", ours.krippendorffAlphaNominal(), theirs.get("krippendorff_alpha_nominal"));
        same("ordinal", ours.krippendorffAlphaOrdinal(), theirs.get("krippendorff_alpha_ordinal"));
        same("interval", ours.krippendorffAlphaInterval(), theirs.get("krippendorff_alpha_interval"));
        same(
                "AC2 ordinal",
                ours.gwetAc2Ordinal(),
                theirs.get("gwet_family_by_weights").get("ordinal"),
                "gwet_ac");
        same(
                "AC2",
                ours.gwetAc2Quadratic(),
                theirs.get("gwet_family_by_weights").get("quadratic"),
                "gwet_ac");
        icc(ours.icc(), theirs.get("icc"));
        spread("CCC", ours.ccc(), theirs.get("pairwise_ccc"));
        spread("Pearson", ours.pearson(), theirs.get("pairwise_pearson"));
        votes(dimension, ours.votes(), theirs, theirs.get("compare_m"));
        same("scoreP", ours.votes().meanScoreP(), theirs.get("scoreP").get("mean"));
        same("scoreM", ours.votes().meanScoreM(), theirs.get("scoreM").get("mean"));
        same("scorePM", ours.votes().meanScorePM(), theirs.get("scorePM").get("mean"));
        same("mean", ours.grandMean(), theirs.get("grand_mean"));
    }

    private static void icc(IntraclassCorrelation ours, JsonNode theirs) {
        same("ICC", ours.icc11().value(), theirs.get("ICC(1,1)"));
        same("ICC", ours.icc1k().value(), theirs.get("ICC(1,k)"));
        same("ICC", ours.icc21().value(), theirs.get("ICC(2,1)"));
        same("ICC", ours.icc2k().value(), theirs.get("ICC(2,k)"));
        same("ICC", ours.icc31().value(), theirs.get("ICC(3,1)"));
        same("ICC", ours.icc3k().value(), theirs.get("ICC(3,k)"));
        interval("ICC(2,1)", ours.icc21(), theirs.get("ICC(2,1)_ci95"));
        interval("ICC(2,k)", ours.icc2k(), theirs.get("ICC(2,k)_ci95"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Dimension.class,
            names = {"VALENCE", "AROUSAL"})
    void givesTheFamilyOfGwetWithAllWeights(Dimension dimension) {
        for (Weights weights : Weights.values()) {
            JsonNode theirs = known.get(dimension.field())
                    .get("gwet_family_by_weights")
                    .get(weights.name().toLowerCase(java.util.Locale.ROOT));
            ChanceCorrected ours = ChanceCorrected.of(Answers.of(ratings, dimension), weights);
            same(weights + " percent", ours.percentAgreement().value(), theirs.get("percent_agreement"));
            same(weights + " kappa", ours.fleissKappa(), theirs, "fleiss_kappa");
            same(weights + " AC", ours.gwetAc(), theirs, "gwet_ac");
        }
    }

    @Test
    void givesTheFiguresOfEveryParticipant() {
        RaterFigures figures = RaterFigures.of(ratings);
        assertThat(figures.raters()).hasSize(25);
        for (RaterFigures.Rater rater : figures.raters()) {
            String name = "participant" + rater.slot();
            JsonNode theirs = known.get("expression").get("per_participant").get(name);
            RaterFigures.Expressions ours = rater.expression();
            counts(ours.counts(), theirs);
            same(name, mean(ours.counts()), theirs.get("code_mean"));
            same(name, ours.withMajority(), theirs.get("agreement_with_majority_vote"));
            same(name, ours.withMajorityOfOthers(), theirs.get("agreement_with_majority_of_others"));
            same(name, ours.agreement().mean(), theirs.get("mean_pairwise_agreement"));
            same(name, ours.cohenKappa().mean(), theirs.get("mean_pairwise_cohen_kappa"));
            steps(
                    name,
                    rater.valence(),
                    known.get("valence").get("per_participant").get(name));
            steps(
                    name,
                    rater.arousal(),
                    known.get("arousal").get("per_participant").get(name));
        }
    }

    private static void steps(String name, RaterFigures.Steps ours, JsonNode theirs) {
        assertThat(ours.answers()).isEqualTo(800);
        counts(ours.counts(), theirs);
        same(name, ours.mean(), theirs.get("mean"));
        same(name, ours.sd(), theirs.get("sd_sample"));
        same(name, ours.ccc().mean(), theirs.get("mean_pairwise_ccc"));
        same(name, ours.pearson().mean(), theirs.get("mean_pairwise_pearson"));
    }

    private static void counts(List<Integer> ours, JsonNode theirs) {
        assertThat(ours)
                .isEqualTo(
                        theirs.get("counts").valueStream().map(JsonNode::asInt).toList());
    }

    private static double mean(List<Integer> counts) {
        double sum = 0;
        for (int code = 0; code < counts.size(); code++) {
            sum += code * counts.get(code);
        }
        return sum / 800;
    }

    private void votes(Dimension dimension, VoteSummary ours, JsonNode theirs, JsonNode score) {
        JsonNode majority = theirs.get("majority_vote");
        assertThat(ours.ties()).isEqualTo(majority.get("tied_images").asInt());
        assertThat(ours.majorityCounts())
                .isEqualTo(majority.get("distribution")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toList());
        same("score", ours.meanScore(), score.get("mean"));
        same("entropy", ours.meanVoteEntropy(), theirs.get("vote_entropy_nats").get("mean"));
        majority.get("tie_width_histogram")
                .forEachEntry((width, images) -> assertThat(ImageVotes.of(ratings, dimension).stream()
                                .filter(image -> image.tieWidth() == Integer.parseInt(width))
                                .count())
                        .isEqualTo(images.asLong()));
    }

    /** That file has its figures to ten digits. */
    @Test
    void givesTheFiguresOfEveryImage() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("per_image.csv"));
        List<String> names = List.of(lines.get(0).split(","));
        List<ImageVotes> expressions = ImageVotes.of(ratings, Dimension.EXPRESSION);
        for (int image = 0; image < lines.size() - 1; image++) {
            List<String> cells = List.of(lines.get(image + 1).split(","));
            ImageVotes votes = expressions.get(image);
            for (int code = 0; code < 8; code++) {
                assertThat(votes.votes(code)).isEqualTo(Integer.parseInt(cells.get(2 + code)));
            }
            assertThat(votes.majority()).hasValue(Integer.parseInt(cells.get(names.indexOf("expression_mv"))));
            votes("expression", votes, names, cells, "expression_score");
            scale("valence", ImageVotes.of(ratings, Dimension.VALENCE).get(image), names, cells);
            scale("arousal", ImageVotes.of(ratings, Dimension.AROUSAL).get(image), names, cells);
        }
        assertThat(lines).hasSize(801);
    }

    private static void scale(String name, ImageVotes votes, List<String> names, List<String> cells) {
        double majority = Double.parseDouble(cells.get(names.indexOf(name + "_mv")));
        assertThat((votes.majority().getAsInt() - 4) / 4.0).isEqualTo(majority);
        votes(name, votes, names, cells, name + "_compare_m");
        assertThat(votes.scoreP()).isEqualTo(Integer.parseInt(cells.get(names.indexOf(name + "_scoreP"))));
        assertThat(votes.scoreM()).isEqualTo(Integer.parseInt(cells.get(names.indexOf(name + "_scoreM"))));
        assertThat(votes.scorePM()).isEqualTo(Integer.parseInt(cells.get(names.indexOf(name + "_scorePM"))));
    }

    private static void votes(String name, ImageVotes votes, List<String> names, List<String> cells, String score) {
        assertThat(votes.score()).isEqualTo(Integer.parseInt(cells.get(names.indexOf(score))));
        assertThat(votes.share()).isEqualTo(votes.score() / 25.0, within(1e-15));
        assertThat(votes.tieWidth()).isEqualTo(Integer.parseInt(cells.get(names.indexOf(name + "_tie_width"))));
        assertThat(votes.entropy())
                .isEqualTo(Double.parseDouble(cells.get(names.indexOf(name + "_entropy_nats"))), within(1e-9));
    }

    private static void same(String what, Estimate ours, JsonNode theirs, String name) {
        same(what, ours.value(), theirs.get(name));
        same(what + " SE", ours.standardError(), theirs.get(name + "_se"));
        interval(what, ours, theirs.get(name + "_ci95"));
    }

    private static void interval(String what, Estimate ours, JsonNode theirs) {
        same(what + " low", ours.low(), theirs.get(0));
        same(what + " high", ours.high(), theirs.get(1));
    }

    private static void spread(String what, Spread ours, JsonNode theirs) {
        assertThat(ours.pairs()).isEqualTo(theirs.get("n").asInt());
        same(what + " mean", ours.mean(), theirs.get("mean"));
        same(what + " sd", ours.sd(), theirs.get("sd_sample"));
    }

    private static void same(String what, double ours, JsonNode theirs) {
        assertThat(ours).as(what).isEqualTo(theirs.asDouble(), within(1e-9));
    }
}
