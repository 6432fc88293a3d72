package org.c25.trainer.predict;

import java.util.Locale;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;

/**
 * What is known of a network of somebody else: how its own project prepares pictures, and what its outputs mean.
 *
 * @param name its name in the option {@code --preset}
 * @param weights what its project calls the weights
 * @param crop which part of a picture its project gives it, in words
 * @param preprocessing what becomes of a picture, with the resizing that goes with an ONNX file
 * @param torchResize the resizing that goes with a TorchScript file: the code of some projects differs between the two
 * @param readout what its outputs mean
 * @param licence the licence of code and weights, in words
 */
record Preset(
        String name,
        String weights,
        String crop,
        Preprocessing preprocessing,
        Resize torchResize,
        Readout readout,
        String licence) {

    /**
     * Returns what becomes of a picture before this file sees it.
     *
     * @throws Problem if the file states another size
     */
    Preprocessing preprocessing(NetFile kind, Net net) {
        Preprocessing ours = preprocessing(kind);
        Net.Input stated = net.input();
        if (!stated.takes(ours.width(), ours.height())) {
            throw new Problem(String.format(
                    Locale.ROOT,
                    "The file takes pictures of %s × %s pixels, and the preset %s gives %d × %d: is it the preset of this file?",
                    side(stated.width()),
                    side(stated.height()),
                    name,
                    ours.width(),
                    ours.height()));
        }
        return ours;
    }

    /** Returns what becomes of a picture before a file of this kind sees it. */
    Preprocessing preprocessing(NetFile kind) {
        return kind == NetFile.TORCHSCRIPT ? preprocessing.with(torchResize) : preprocessing;
    }

    private static String side(int pixels) {
        return pixels == Net.ANY ? "any" : String.valueOf(pixels);
    }

    /** Returns a line for the list of presets. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-24s %-24s %d × %d × %d, %d classes%s%s",
                name,
                weights,
                preprocessing.width(),
                preprocessing.height(),
                Picture.CHANNELS,
                readout.classes().size(),
                readout.hasAllExpressions() ? "" : " (no contempt)",
                readout.hasValues() ? ", valence, arousal" : "");
    }
}
