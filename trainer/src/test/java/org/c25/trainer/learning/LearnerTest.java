package org.c25.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.trainer.Problem;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.crowd.CrowdLayer;
import org.c25.trainer.drawn.DrawnWorld;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.predict.PictureOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LearnerTest {

    private static final int SIDE = 16;
    private static final DrawnWorld WORLD = DrawnWorld.of(64, SIDE, 5, 1);
    private static final List<Integer> ALL = IntStream.range(0, 64).boxed().toList();

    @Test
    void theSameSeedGivesTheSameNumbersAndAnotherSeedOthers() {
        float[][] first = learned(settings(1, 4));
        assertThat(Arrays.deepEquals(learned(settings(1, 4)), first)).isTrue();
        assertThat(Arrays.deepEquals(learned(settings(2, 4)), first)).isFalse();
    }

    private static float[][] learned(Settings settings) {
        try (Learner learner = learner(settings)) {
            learner.learn(ALL, EpochListener.NONE, () -> {});
            return learner.say().outputs();
        }
    }

    @Test
    void theLossFallsAndTheCrowdLayerMovesOnlyAfterTheWarmUp() {
        try (Learner warm = learner(settings(1, 2, 2))) {
            warm.learn(ALL, EpochListener.NONE, () -> {});
            assertThat(warm.losses()).hasSize(2);
            assertThat(warm.losses().get(1)).isLessThan(warm.losses().get(0));
            float[] identity = {1, 0, 0, 0, 0, 0, 0, 0, 0, 1};
            assertThat(warm.layers().get(Dimension.EXPRESSION).weights()[0]).startsWith(identity);
        }
        try (Learner both = learner(settings(1, 1, 2))) {
            both.learn(ALL, EpochListener.NONE, () -> {});
            assertThat(both.layers().get(Dimension.EXPRESSION).weights()[0])
                    .isNotEqualTo(new float[] {1, 0, 0, 0, 0, 0, 0, 0});
            assertThat(both.layers().get(Dimension.EXPRESSION).weights()[0][0]).isNotEqualTo(1f);
        }
    }

    @Test
    void afterLearningTheRatersMeanScaleIsOneAndTheirMeanBiasZeroAndWhatEachWouldAnswerIsTheSame() {
        try (Learner learner = learner(settings(1, 4))) {
            CrowdLayer layer = learner.layers().get(Dimension.VALENCE);
            int raters = WORLD.answers().raters().size();
            float[] weights = new float[raters];
            float[] biases = new float[raters];
            for (int rater = 0; rater < raters; rater++) {
                weights[rater] = 0.3f + 0.05f * rater;
                biases[rater] = 0.2f - 0.03f * rater;
            }
            layer.getParameters().values().get(0).getArray().set(weights);
            layer.getParameters().values().get(1).getArray().set(biases);
            int valence = learner.settings().target().first(Dimension.VALENCE);
            float[] before = column(learner, valence);
            Scales.identify(learner.settings().target(), learner.layers(), learner.network());
            float[] after = column(learner, valence);
            assertThat(mean(layer.weights())).isCloseTo(1, within(1e-5));
            assertThat(mean(layer.biases())).isCloseTo(0, within(1e-5));
            for (int rater = 0; rater < raters; rater++) {
                float answered = layer.weights()[rater][0] * after[7] + layer.biases()[rater][0];
                assertThat(answered).isCloseTo(weights[rater] * before[7] + biases[rater], within(1e-4f));
            }
        }
    }

    private static float[] column(Learner learner, int output) {
        float[][] outputs = learner.say().outputs();
        float[] column = new float[outputs.length];
        for (int image = 0; image < column.length; image++) {
            column[image] = outputs[image][output];
        }
        return column;
    }

    private static double mean(float[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).average().orElseThrow();
    }

    @Test
    void noArrayOutlivesItsStep() {
        long[] after = new long[7];
        try (Learner learner = learner(settings(1, 6))) {
            learner.learn(ALL, EpochListener.NONE, () -> after[learner.losses().size()] = count(learner));
        }
        // From the crowd layer's first epoch on each parameter has what Adam remembers of it, and nothing may be added
        // to these.
        assertThat(after[6]).isEqualTo(after[2]).isPositive();
    }

    private static long count(Learner learner) {
        return learner.manager().getManagedArrays().size()
                + learner.network().manager().getManagedArrays().size();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryStaysFlatOverEpochs() throws Exception {
        long[] after = new long[31];
        try (Learner learner = learner(settings(1, 30))) {
            learner.learn(ALL, EpochListener.NONE, () -> after[learner.losses().size()] = residentKilobytes());
        }
        assertThat(after[30] - after[10]).as("kB more after 20 more epochs").isLessThan(60_000);
    }

    private static long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void resNet50LearnsToo() {
        Settings settings = resNet50(2, 33);
        try (Learner learner = learner(settings)) {
            learner.learn(ALL.subList(0, 16), EpochListener.NONE, () -> {});

            // As DJL has it for eight classes: a few biases more than others, and the moments of batch normalisation.
            assertThat(learner.network().numbers()).isEqualTo(23_596_424);
            assertThat(learner.losses().get(1)).isLessThan(learner.losses().get(0));
        }
    }

    @Test
    void picturesThatAreTooSmallForResNet50AreRefused() {
        Settings settings = resNet50(1, 32);

        assertThatThrownBy(() -> learner(settings))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("33 pixels at least");
    }

    private static Settings settings(long seed, int epochs) {
        return settings(seed, 1, epochs);
    }

    private static Settings settings(long seed, int warmUp, int epochs) {
        return new Settings(
                Target.ALL,
                new Source(
                        LabelsAs.CROWD,
                        Map.of(false, CrowdKind.MW, true, CrowdKind.S_B),
                        warmUp,
                        Source.USUAL_CROWD_RATE),
                Architecture.read("small", false),
                PictureOptions.own(SIDE),
                Steps.USUAL.withEpochs(epochs),
                seed,
                1);
    }

    private static Settings resNet50(int epochs, int side) {
        return new Settings(
                Target.EXPRESSION,
                Source.labels(LabelsAs.MV),
                Architecture.read("resnet50", false),
                PictureOptions.own(side),
                new Steps(epochs, 8, 1e-3),
                1,
                1);
    }

    private static Learner learner(Settings settings) {
        return new Learner(
                settings,
                Inputs.of(Faces.of(WORLD.pictures(), settings.preprocessing())),
                WORLD.answers(),
                Labels.of(WORLD.answers(), settings.source().labelsAs() == LabelsAs.MV));
    }
}
