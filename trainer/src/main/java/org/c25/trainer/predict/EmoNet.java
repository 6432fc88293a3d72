package org.c25.trainer.predict;

import java.util.List;
import org.c25.trainer.pictures.ColourOrder;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;

/**
 * The presets of EmoNet (A. Toisoul et al., Nature Machine Intelligence 3, 42–50, 2021), read from its code, commit
 * 49eef30: {@code demo.py}, {@code test.py}, {@code data_augmentation.py}, {@code models/emonet.py}.
 *
 * <pre>
 * input     256 × 256, exactly: a pooling at its end knows no other size
 * resize    OpenCV, linear
 * colours   RGB, value / 255, neither mean nor std
 * crop      demo: the whole picture; test: a square about the landmarks' middle, 1.8 times as wide as they
 * classes   neutral, happiness, sadness, surprise, fear, disgust, anger, contempt; softmax
 * outputs   by name: expression (8), valence, arousal; unbounded, clamped by its demo
 * </pre>
 *
 * <p>There is none for its file of five classes: its README calls the last one fear, its loader of data makes it anger.
 */
final class EmoNet {

    /** AffectNet's order. */
    static final List<Integer> EIGHT = List.of(7, 0, 1, 2, 3, 4, 5, 6);

    static final String FIVE = "emonet-5";
    static final String WHY_NOT_FIVE =
            "There is no preset for EmoNet's file of five classes: its README and its demo call"
                    + " the fifth class fear, and the code that reads its data puts anger there and leaves fear out."
                    + " Which of the two the weights mean can't be told from the files. Take emonet_8 with --preset emonet-8.";

    private static final int SIZE = 256;
    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    private EmoNet() {}

    static List<Preset> presets() {
        return List.of(new Preset(
                "emonet-8",
                "emonet_8.pth",
                "whole picture, as its demo; its test takes a square about the landmarks, 1.8 times as wide as they",
                new Preprocessing(SIZE, SIZE, Resize.OPENCV, ColourOrder.RGB, ZERO, ONE),
                Resize.OPENCV,
                Readout.of(
                        EIGHT, Place.named("expression"), EIGHT.size(), Place.named("valence"), Place.named("arousal")),
                "CC BY-NC-ND 4.0: not for commercial use, and nothing derived from it may be shared"));
    }
}
