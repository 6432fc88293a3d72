package org.c25.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.c25.affect.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What crowd-kit (commit 35f0661) says of the expressions of the published set 1 (docs/rater-models.md has the differences). Set
 * {@code C25_PUBLISHED_SET} to a folder with its files.
 */
@EnabledIfEnvironmentVariable(
        named = "C25_PUBLISHED_SET",
        matches = ".+",
        disabledReason = "C25_PUBLISHED_SET names no folder with the files of set 1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedRatersTest {

    private CrowdAnswers answers;

    @BeforeAll
    void readThePublishedSet() throws IOException {
        answers = read("expression", 8, Integer::parseInt);
    }

    private static CrowdAnswers read(String dimension, int categories, ToIntFunction<String> category)
            throws IOException {
        Path folder = Path.of(System.getenv("C25_PUBLISHED_SET"));
        List<String> lines = Files.readAllLines(folder.resolve(dimension + "_set1_C25.csv"));
        int[][] given = new int[lines.size() - 1][25];
        for (int image = 0; image < given.length; image++) {
            String[] cells = lines.get(image + 1).split(",");
            for (int slot = 0; slot < 25; slot++) {
                given[image][slot] = category.applyAsInt(cells[slot + 2]);
            }
        }
        return CrowdAnswers.of(given, categories);
    }

    /** Where only the expansion of the parameters brings nothing any more, there is still 0.12 to gain of arousal. */
    @ParameterizedTest
    @CsvSource({"valence, -28164.538037", "arousal, -31459.871877"})
    void theOrdinalModelGoesOnToTheEnd(String scale, double end) throws IOException {
        OrdinalModel model =
                OrdinalModel.of(read(scale, 9, text -> Step.c25Texts().indexOf(text)));

        assertThat(model.convergence().converged()).isTrue();
        assertThat(model.convergence().objective()).isCloseTo(end, within(1e-4));
    }

    @Test
    void wawaIsTheSame() {
        Wawa wawa = Wawa.of(answers);

        assertThat(wawa.raters().subList(0, 5))
                .extracting(Wawa.Rater::skill)
                .containsExactly(0.59375, 0.505, 0.48625, 0.61375, 0.5975);
        double[] first = {0.036831, 0, 0, 0, 0.072295, 0.077856, 0.222627, 0.590391};
        assertThat(wawa.labels().probabilities()[0]).containsExactly(first, within(5e-7));
        assertThat(counts(wawa.labels())).containsExactly(163, 79, 116, 28, 18, 104, 21, 271);
    }

    /** Theirs with {@code tol=1e-12}. */
    @Test
    void oneCoinWithoutSmoothingIsTheSame() {
        OneCoin model = OneCoin.of(answers, 0);
        double[] skills = {0.595627, 0.484689, 0.521072, 0.632317, 0.623634, 0.608816, 0.549235, 0.601498};

        for (int rater = 0; rater < skills.length; rater++) {
            assertThat(model.raters().get(rater).accuracy()).isCloseTo(skills[rater], within(2e-6));
        }
        double[] priors = {0.201022, 0.089536, 0.143722, 0.032607, 0.018399, 0.131356, 0.021792, 0.361566};
        assertThat(model.priors()).containsExactly(priors, within(2e-6));
        double[] second = {0, 0, 2e-6, 0, 4e-6, 0.289565, 8e-6, 0.71042};
        assertThat(model.labels().probabilities()[1]).containsExactly(second, within(1e-5));
        assertThat(counts(model.labels())).containsExactly(162, 71, 115, 26, 15, 105, 17, 289);
    }

    /** Theirs with {@code n_iter=300}, of answers sorted by label, then worker, and its weights divided by their sum. */
    @Test
    void maceIsTheSameWhereTheirsKeepsWorkersAndLabelsApart() {
        Mace model = Mace.of(answers, 25);
        double[] competence = {0.516232, 0.46716, 0.293338, 0.468731, 0.442335, 0.452426, 0.501423, 0.478768};

        for (int rater = 0; rater < competence.length; rater++) {
            assertThat(model.raters().get(rater).competence()).isCloseTo(competence[rater] / 0.999376, within(3e-4));
        }
        double[] second = {0, 2e-6, 2e-6, 2e-6, 0.000185, 0.998672, 0.00036, 0.000777};
        assertThat(model.labels().probabilities()[1]).containsExactly(second, within(1e-4));
        assertThat(counts(model.labels())).containsExactly(188, 93, 126, 38, 26, 123, 41, 165);
    }

    @Test
    void gladHasTheSameLabelsAndNearlyTheSameAbilities() {
        Glad model = Glad.of(answers);
        double[] abilities = {0.199343, 0.098171, 0.071379, 0.1714, 0.184619, 0.207267, 0.16852, 0.172998};

        for (int rater = 0; rater < abilities.length; rater++) {
            assertThat(model.raters().get(rater).ability()).isCloseTo(abilities[rater], within(0.005));
        }
        assertThat(counts(model.labels())).containsExactly(163, 79, 116, 28, 18, 105, 21, 270);
    }

    private int[] counts(SoftLabels labels) {
        int[] counts = new int[8];
        for (int image = 0; image < labels.images(); image++) {
            counts[labels.label(image).orElseThrow()]++;
        }
        return counts;
    }
}
