package org.c25.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.agreement.Answers;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published set 1 against other people's programs, run on the same three files: irrCAC by K. L. Gwet (values and standard errors, five
 * digits), irr by M. Gamer and others, and psych by W. Revelle, in R 4.2. Set {@code C25_PUBLISHED_SET} to the folder of the files.
 */
@EnabledIfEnvironmentVariable(
        named = "C25_PUBLISHED_SET",
        matches = ".+",
        disabledReason = "C25_PUBLISHED_SET names no folder with the files of set 1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedSetInDetailTest {

    private Ratings ratings;
    private AgreementDetail detail;
    private List<DetailedCoefficient> main;

    @BeforeAll
    void readThePublishedSet() throws IOException {
        ratings = Ratings.of(
                columns("expression", List.of("0", "1", "2", "3", "4", "5", "6", "7")),
                columns("valence", Step.c25Texts()),
                columns("arousal", Step.c25Texts()));
        detail = new AgreementDetail(ratings, 25);
        main = detail.main();
    }

    private static byte[][] columns(String dimension, List<String> texts) throws IOException {
        Path folder = Path.of(System.getenv("C25_PUBLISHED_SET"));
        List<String> lines = Files.readAllLines(folder.resolve(dimension + "_set1_C25.csv"));
        byte[][] columns = new byte[25][lines.size() - 1];
        for (int image = 0; image < columns[0].length; image++) {
            String[] cells = lines.get(image + 1).split(",");
            for (int slot = 0; slot < 25; slot++) {
                columns[slot][image] = (byte) texts.indexOf(cells[slot + 2]);
            }
        }
        return columns;
    }

    /** irrCAC: {@code bp.coeff.raw}, {@code conger.kappa.raw}, {@code fleiss.kappa.raw}, {@code gwet.ac1.raw}. */
    @ParameterizedTest
    @CsvSource({
        "EXPRESSION, IDENTITY, 0.30900, 0.00768, 0.28423, 0.00773, 0.28295, 0.00777, 0.31256, 0.00771",
        "VALENCE, LINEAR, 0.62408, 0.00403, 0.34341, 0.00985, 0.34177, 0.00992, 0.67017, 0.00431",
        "VALENCE, QUADRATIC, 0.82621, 0.00410, 0.50248, 0.01397, 0.50139, 0.01404, 0.86758, 0.00376",
        "AROUSAL, LINEAR, 0.40599, 0.00315, 0.22579, 0.00960, 0.22060, 0.00977, 0.43397, 0.00305",
        "AROUSAL, QUADRATIC, 0.62303, 0.00369, 0.37240, 0.01402, 0.36705, 0.01427, 0.66053, 0.00375"
    })
    void irrCac(
            Dimension dimension,
            Weights weights,
            double brennanPrediger,
            double brennanPredigerError,
            double conger,
            double congerError,
            double fleiss,
            double fleissError,
            double gwet,
            double gwetError) {
        Answers answers = Answers.of(ratings, dimension);
        ChanceCorrected corrected = ChanceCorrected.of(answers, weights);

        rounded(corrected.brennanPrediger(), brennanPrediger, brennanPredigerError);
        rounded(CongerKappa.of(answers, weights), conger, congerError);
        rounded(corrected.fleissKappa(), fleiss, fleissError);
        rounded(corrected.gwetAc(), gwet, gwetError);
    }

    /** irrCAC of each expression as yes or no: Fleiss' κ, AC1, α; irr, {@code kappam.fleiss(detail = TRUE)}, has the same κ. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.49989, 0.01742, 0.79137, 0.01235, 0.49991",
        "1, 0.28639, 0.02135, 0.83893, 0.00871, 0.28643",
        "2, 0.35368, 0.01863, 0.78683, 0.01091, 0.35372",
        "3, 0.17722, 0.01836, 0.89750, 0.00601, 0.17727",
        "4, 0.11596, 0.01298, 0.88770, 0.00580, 0.11601",
        "5, 0.28746, 0.01847, 0.79602, 0.01043, 0.28750",
        "6, 0.09508, 0.01036, 0.85867, 0.00639, 0.09513",
        "7, 0.21133, 0.00930, 0.51914, 0.01600, 0.21137"
    })
    void irrCacOfEachExpression(
            int expression, double fleiss, double fleissError, double ac1, double ac1Error, double alpha) {
        List<DetailedCoefficient> here = detail.categories().get(expression).coefficients();

        rounded(here.get(0).intervals().overImages(), fleiss, fleissError);
        rounded(here.get(1).intervals().overImages(), ac1, ac1Error);
        assertThat(here.get(2).value()).isEqualTo(alpha, within(5.001e-6));
        assertThat(here.get(2).intervals().overImages().standardError())
                .as("by leaving out images, where irrCAC has a formula as for κ")
                .isEqualTo(fleissError, within(0.02 * fleissError));
    }

    /** irr: {@code kappam.light}, {@code kendall(correct = TRUE)}, and the mean of {@code kappa2} over all pairs. */
    @Test
    void irr() {
        List<DetailedCoefficient> further = detail.further();

        value(main, Dimension.EXPRESSION, "meanCohenKappa", 0.285228160127);
        value(further, Dimension.VALENCE, "meanKappaLinear", 0.343022495868);
        value(further, Dimension.VALENCE, "meanKappaQuadratic", 0.498314294562);
        value(further, Dimension.AROUSAL, "meanKappaLinear", 0.235334075140);
        value(further, Dimension.AROUSAL, "meanKappaQuadratic", 0.391879508873);
        value(further, Dimension.VALENCE, "kendallW", 0.556839628524);
        value(further, Dimension.AROUSAL, "kendallW", 0.489075031378);
    }

    /**
     * psych, {@code ICC(lmer = FALSE)}, and pingouin 0.6.0, {@code intraclass_corr}: values and the intervals by F, which are
     * those of the page of results. Those of ICC(3,·) are over images alone, and so here, too.
     */
    @ParameterizedTest
    @CsvSource({
        "VALENCE, icc11, 0.501717671755, 0.4762625329, 0.5282719739",
        "VALENCE, icc1k, 0.961791751788, 0.9578660700, 0.9655132400",
        "VALENCE, icc21, 0.502797645217, 0.4729831619, 0.5332109306",
        "VALENCE, icc2k, 0.961950187863, 0.9573320854, 0.9661675031",
        "VALENCE, icc31, 0.531602425115, 0.5062861590, 0.5578605939",
        "AROUSAL, icc21, 0.372688711680, 0.3218291964, 0.4229405711",
        "AROUSAL, icc2k, 0.936918954809, 0.9222628930, 0.9482484539",
        "AROUSAL, icc31, 0.472179506043, 0.4467510800, 0.4988567900",
        "AROUSAL, icc3k, 0.957200186068, 0.9528026188, 0.9613689904"
    })
    void psychAndPingouin(Dimension dimension, String key, double value, double low, double high) {
        IntraclassCorrelation all = IntraclassCorrelation.of(Answers.of(ratings, dimension));
        Estimate ours = Map.of(
                        "icc11", all.icc11(),
                        "icc1k", all.icc1k(),
                        "icc21", all.icc21(),
                        "icc2k", all.icc2k(),
                        "icc31", all.icc31(),
                        "icc3k", all.icc3k())
                .get(key);
        ThreeIntervals here = find(main, dimension, key).intervals();

        assertThat(ours.value()).isEqualTo(value, within(1e-12));
        assertThat(ours.low()).isEqualTo(low, within(1e-8));
        assertThat(ours.high()).isEqualTo(high, within(1e-8));
        assertThat(here.value()).isEqualTo(value, within(1e-12));
        assertThat(here.overImages().low() == ours.low()).isEqualTo(key.startsWith("icc3"));
    }

    /** irr, {@code icc} of the answers without one image after the other, and without one rater: the jackknife in R. */
    @ParameterizedTest
    @CsvSource({
        "VALENCE, icc11, 0.01407967758101, 0.47408014519047, 0.0218467141631",
        "VALENCE, icc21, 0.01401594192507, 0.47528522775955, 0.0216105219015",
        "AROUSAL, icc11, 0.01432498649973, 0.33923760307797, 0.0409880008593",
        "AROUSAL, icc21, 0.01407336781874, 0.34506357078448, 0.0390153604334"
    })
    void irrWithoutOneImageAfterTheOther(Dimension dimension, String key, double error, double low, double ofRaters) {
        ThreeIntervals here = find(main, dimension, key).intervals();

        assertThat(here.overImages().standardError()).isEqualTo(error, within(1e-10));
        assertThat(here.overImages().low()).isEqualTo(low, within(1e-10));
        assertThat(here.overRaters().standardError()).isEqualTo(ofRaters, within(1e-10));
    }

    private static void value(List<DetailedCoefficient> all, Dimension dimension, String key, double known) {
        assertThat(find(all, dimension, key).value()).as(key).isEqualTo(known, within(1e-12));
    }

    private static DetailedCoefficient find(List<DetailedCoefficient> all, Dimension dimension, String key) {
        return all.stream()
                .filter(one -> one.dimension() == dimension && one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void rounded(Estimate ours, double value, double error) {
        assertThat(ours.value()).isEqualTo(value, within(5.001e-6));
        assertThat(ours.standardError()).isEqualTo(error, within(5.001e-6));
    }
}
