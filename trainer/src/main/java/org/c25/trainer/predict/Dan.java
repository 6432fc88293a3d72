package org.c25.trainer.predict;

import java.util.List;
import org.c25.trainer.pictures.ColourOrder;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;

/**
 * The presets of DAN (Z. Wen et al., Distract Your Attention, Biomimetics 8(2), 199, 2023), read from its code, commit
 * 3872eef: {@code demo.py}, {@code affectnet.py}, {@code rafdb.py}, {@code networks/dan.py}.
 *
 * <pre>
 * input     224 × 224
 * resize    Pillow, bilinear
 * colours   RGB, value / 255, ImageNet's mean and std
 * crop      demo: the box of OpenCV's face detector; training: AffectNet's and RAF-DB's own crops
 * classes   AffectNet-8: neutral, happiness, sadness, surprise, fear, disgust, anger, contempt; -7: without contempt;
 *           RAF-DB: surprise, fear, disgust, happiness, sadness, anger, neutral; softmax
 * outputs   the first of three; neither valence nor arousal
 * </pre>
 */
final class Dan {

    private static final List<Integer> AFFECTNET_8 = EmoNet.EIGHT;
    private static final List<Integer> AFFECTNET_7 = AFFECTNET_8.subList(0, 7);
    private static final List<Integer> RAF_DB = List.of(2, 3, 4, 0, 1, 5, 7);
    private static final int SIZE = 224;

    private Dan() {}

    static List<Preset> presets() {
        return List.of(
                preset("affectnet-8", "affecnet8_epoch5_acc0.6209.pth", AFFECTNET_8),
                preset("affectnet-7", "AffectNet-7", AFFECTNET_7),
                preset("raf-db", "RAF-DB", RAF_DB));
    }

    private static Preset preset(String name, String weights, List<Integer> classes) {
        return new Preset(
                "dan-" + name,
                weights,
                "the face detector's box, without a margin",
                new Preprocessing(SIZE, SIZE, Resize.PILLOW, ColourOrder.RGB, ImageNet.MEAN, ImageNet.STD),
                Resize.PILLOW,
                Readout.of(classes, Place.column(0), classes.size(), null, null),
                "MIT");
    }
}
