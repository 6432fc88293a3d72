package org.c25.trainer.predict;

import java.util.List;
import org.c25.trainer.pictures.ColourOrder;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;
import org.jspecify.annotations.Nullable;

/**
 * The presets of HSEmotion, now EmotiEffLib (A. V. Savchenko), read from its code, commit f1df0e8:
 * {@code emotiefflib/facial_analysis.py}, {@code training_and_examples/convert_pt_to_onnx.py}.
 *
 * <pre>
 * input     224 × 224; B2 260 × 260; MBF 112 × 112
 * resize    ONNX: OpenCV, linear; PyTorch: Pillow, bilinear (so its two ways differ a little)
 * colours   RGB, value / 255, ImageNet's mean and std; MBF 0.5 and 0.5
 * crop      the box of a face detector (MTCNN), without a margin
 * classes   8: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise; 7: without contempt; softmax
 * outputs   one: the classes; of the multi-task networks valence and arousal behind them, trained on −1 … 1
 * </pre>
 */
final class HsEmotion {

    private static final List<Integer> EIGHT = List.of(5, 6, 4, 3, 0, 7, 1, 2);
    private static final List<Integer> SEVEN = List.of(5, 4, 3, 0, 7, 1, 2);
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);

    private static final int B0 = 224;
    private static final int B2 = 260;
    private static final int MBF = 112;

    private HsEmotion() {}

    static List<Preset> presets() {
        return List.of(
                preset("b0-vgaf", "enet_b0_8_best_vgaf", B0, EIGHT, false),
                preset("b0-afew", "enet_b0_8_best_afew", B0, EIGHT, false),
                preset("b0-va", "enet_b0_8_va_mtl", B0, EIGHT, true),
                preset("b2-8", "enet_b2_8", B2, EIGHT, false),
                preset("b2-7", "enet_b2_7", B2, SEVEN, false),
                preset("mobilevit-va", "mobilevit_va_mtl", B0, EIGHT, true),
                preset("mbf-va", "mbf_va_mtl", MBF, EIGHT, true));
    }

    private static Preset preset(String name, String weights, int size, List<Integer> classes, boolean values) {
        List<Double> mean = size == MBF ? HALF : ImageNet.MEAN;
        List<Double> std = size == MBF ? HALF : ImageNet.STD;
        @Nullable Place valence = values ? Place.column(classes.size()) : null;
        @Nullable Place arousal = values ? Place.column(classes.size() + 1) : null;
        int width = classes.size() + (values ? 2 : 0);
        return new Preset(
                "hsemotion-" + name,
                weights,
                "the face detector's box, without a margin",
                new Preprocessing(size, size, Resize.OPENCV, ColourOrder.RGB, mean, std),
                Resize.PILLOW,
                Readout.of(classes, Place.column(0), width, valence, arousal),
                "Apache-2.0");
    }
}
