package org.c25.trainer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.c25.trainer.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossesTest {

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

    @Test
    void crossEntropyIsTheMeanOverTheAnswersThatAreThere() {
        // Equal logits of two classes: ln 2 for each answer; a third row has no answer.
        NDArray logits = array(0, 0, 5, 5, 9, 1);
        NDArray answers = array(1, 0, 0, 1, 0, 0);
        assertThat(Losses.crossEntropy(logits, answers).getFloat()).isCloseTo((float) Math.log(2), within(1e-6f));
    }

    @Test
    void sharesCountAsOneAnswerTogether() {
        // −0.75·ln(3/4) − 0.25·ln(1/4), the entropy of (3/4, 1/4), where the network says just these.
        NDArray logits = array((float) Math.log(3), 0);
        assertThat(Losses.crossEntropy(logits, array(0.75f, 0.25f)).getFloat()).isCloseTo(0.562335f, within(1e-6f));
    }

    @Test
    void squaresAreTheMeanOverTheAnswersThatAreThere() {
        NDArray values = array(0.5f, 1, -1, 0);
        NDArray answers = array(0, 0, -0.5f, 100);
        NDArray there = array(1, 1, 1, 0);
        assertThat(Losses.squares(values, answers, there).getFloat()).isCloseTo((0.25f + 1 + 0.25f) / 3, within(1e-6f));
    }

    @Test
    void noAnswerAtAllIsNoLoss() {
        assertThat(Losses.crossEntropy(array(1, 2), array(0, 0)).getFloat()).isZero();
        assertThat(Losses.squares(array(1, 2), array(0, 0), array(0, 0)).getFloat())
                .isZero();
    }

    private NDArray array(float... values) {
        return manager.create(values, new Shape(values.length / 2, 2));
    }
}
