package org.c25.trainer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Random;
import org.c25.trainer.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers of F. Rodrigues and F. C. Pereira, Deep Learning from Crowds, AAAI 2018, against numbers by hand and finite differences. */
class CrowdLayerTest {

    private static final int RATERS = 3;
    private static final int IMAGES = 4;
    private static final float STEP = 1e-2f;

    private NDManager manager;

    @BeforeEach
    void start() {
        Torch.start(1);
        manager = NDManager.newBaseManager("PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @EnumSource(CrowdKind.class)
    void startsAsIfEachRaterAnsweredWhatTheNetworkSays(CrowdKind kind) {
        NDArray said = manager.create(new float[] {0.25f, 0.75f}, new Shape(1, 2));
        assertThat(answers(layer(kind, 2, 2), said).toFloatArray()).containsExactly(0.25f, 0.75f, 0.25f, 0.75f);
    }

    @Test
    void aMatrixTakesSharesInRowsToAnswersInColumns() {
        CrowdLayer layer = layer(CrowdKind.MW, 1, 2);
        set(layer, "weight", 1, 2, 3, 4);
        // (0.25, 0.75) · ((1, 2), (3, 4)) = (0.25 + 2.25, 0.5 + 3)
        assertThat(answers(layer, manager.create(new float[] {0.25f, 0.75f}, new Shape(1, 2)))
                        .toFloatArray())
                .containsExactly(2.5f, 3.5f);
    }

    @Test
    void aVectorWeighsEachExpressionAndABiasIsAdded() {
        CrowdLayer layer = layer(CrowdKind.VW_B, 1, 2);
        set(layer, "weight", 2, 4);
        set(layer, "bias", 1, -1);
        assertThat(answers(layer, manager.create(new float[] {0.25f, 0.75f}, new Shape(1, 2)))
                        .toFloatArray())
                .containsExactly(1.5f, 2f);
    }

    @Test
    void aRaterUsesAScaleByAFactorAndALevel() {
        CrowdLayer layer = layer(CrowdKind.S_B, 2, 1);
        set(layer, "weight", 0.5f, 2);
        set(layer, "bias", 0.25f, -0.5f);
        NDArray answers = answers(layer, manager.create(new float[] {1, -0.5f}, new Shape(2, 1)));
        assertThat(answers.getShape()).isEqualTo(new Shape(2, 2, 1));
        assertThat(answers.toFloatArray()).containsExactly(0.75f, 0, 1.5f, -1.5f);
    }

    @ParameterizedTest
    @EnumSource(CrowdKind.class)
    void gradientsAreThoseOfFiniteDifferences(CrowdKind kind) {
        Case one = new Case(kind);
        one.gradients();
        for (Parameter parameter : one.layer.getParameters().values()) {
            assertGradient(one, parameter.getArray());
        }
        assertGradient(one, one.said);
    }

    private void assertGradient(Case one, NDArray array) {
        float[] gradient = array.getGradient().toFloatArray();
        float[] values = array.toFloatArray();
        for (int at = 0; at < values.length; at++) {
            float value = values[at];
            values[at] = value + STEP;
            array.set(values);
            double above = one.loss().getFloat();
            values[at] = value - STEP;
            array.set(values);
            double below = one.loss().getFloat();
            values[at] = value;
            array.set(values);
            assertThat((double) gradient[at]).isCloseTo((above - below) / (2 * STEP), within(2e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(CrowdKind.class)
    void whoHasAnsweredNothingHasNoGradientAndChangesNoLoss(CrowdKind kind) {
        Case one = new Case(kind);
        one.blank(1);
        one.gradients();
        for (Parameter parameter : one.layer.getParameters().values()) {
            float[] gradient = parameter.getArray().getGradient().toFloatArray();
            int width = gradient.length / RATERS;
            for (int at = width; at < 2 * width; at++) {
                assertThat(gradient[at]).isZero();
            }
        }
        float before = one.loss().getFloat();
        for (Parameter parameter : one.layer.getParameters().values()) {
            float[] values = parameter.getArray().toFloatArray();
            int width = values.length / RATERS;
            java.util.Arrays.fill(values, width, 2 * width, 9);
            parameter.getArray().set(values);
        }
        assertThat(one.loss().getFloat()).isEqualTo(before);
    }

    private CrowdLayer layer(CrowdKind kind, int raters, int outputs) {
        CrowdLayer layer = new CrowdLayer(kind, raters, outputs);
        layer.initialize(manager, DataType.FLOAT32, new Shape(1, outputs));
        return layer;
    }

    private static void set(CrowdLayer layer, String name, float... values) {
        layer.getParameters().values().stream()
                .filter(one -> one.getName().equals(name))
                .forEach(one -> one.getArray().set(values));
    }

    private NDArray answers(CrowdLayer layer, NDArray said) {
        return layer.forward(new ParameterStore(manager, false), new NDList(said), true)
                .singletonOrThrow();
    }

    /** Three raters with weights of their own, four images, and about every third answer missing. */
    private final class Case {

        private final CrowdLayer layer;
        private final NDArray said;
        private final NDArray given;
        private final NDArray there;
        private final boolean scale;

        Case(CrowdKind kind) {
            Random random = new Random(5);
            scale = !kind.isFor(org.c25.trainer.answers.Dimension.EXPRESSION);
            int outputs = scale ? 1 : 3;
            layer = layer(kind, RATERS, outputs);
            layer.getParameters().values().forEach(one -> {
                one.getArray().set(drawn(random, (int) one.getArray().size()));
                one.getArray().setRequiresGradient(true);
            });
            said = manager.create(drawn(random, IMAGES * outputs), new Shape(IMAGES, outputs));
            said.setRequiresGradient(true);
            float[] answers = new float[RATERS * IMAGES * outputs];
            float[] marks = new float[RATERS * IMAGES];
            for (int at = 0; at < marks.length; at++) {
                marks[at] = random.nextInt(3) > 0 ? 1 : 0;
                answers[at * outputs + random.nextInt(outputs)] = marks[at] * (scale ? random.nextFloat() : 1);
            }
            given = manager.create(answers, new Shape(RATERS, IMAGES, outputs));
            there = manager.create(marks, new Shape(RATERS, IMAGES, 1));
        }

        private float[] drawn(Random random, int count) {
            float[] values = new float[count];
            for (int at = 0; at < count; at++) {
                values[at] = 0.2f + random.nextFloat();
            }
            return values;
        }

        void blank(int rater) {
            given.set(new ai.djl.ndarray.index.NDIndex(rater), 0);
            there.set(new ai.djl.ndarray.index.NDIndex(rater), 0);
        }

        NDArray loss() {
            NDArray answers = answers(layer, said);
            return scale ? Losses.squares(answers, given, there) : Losses.crossEntropy(answers, given);
        }

        void gradients() {
            try (GradientCollector tape = Torch.engine().newGradientCollector()) {
                tape.backward(loss());
            }
        }
    }
}
