package org.c25.trainer.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.Preprocessing;

/** Loads the network that somebody named: a file with its preset, or a folder that {@code bin/train} has saved. */
final class Loading {

    private Loading() {}

    /**
     * Loads it.
     *
     * @throws Problem if there is no such file, it is no network, or file and preset don't fit
     */
    static LoadedModel of(Path file, CustomOptions custom, PictureSource source, int threads) {
        String preset = custom.preset();
        if (Files.isDirectory(file)) {
            if (preset != null) {
                throw new Problem("A saved network states itself what it takes and gives: leave out --preset.");
            }
            custom.refuseBeside("of a saved network");
            return SavedNet.load(file, threads, source);
        }
        if (preset == null) {
            throw Presets.missing(String.valueOf(file));
        }
        return byPreset(file, preset, custom, source, threads);
    }

    private static LoadedModel byPreset(
            Path file, String name, CustomOptions custom, PictureSource source, int threads) {
        Preset known = name.equals(Presets.CUSTOM) ? null : Presets.find(name);
        if (known != null) {
            custom.refuseBeside(name);
        }
        NetFile kind = NetFile.of(file);
        Net net = NetFile.load(file, threads);
        try {
            Preset preset = known == null ? custom.preset(String.valueOf(file.getFileName()), net.input()) : known;
            Preprocessing preprocessing = preset.preprocessing(kind, net);
            return new LoadedModel(
                    net,
                    preprocessing,
                    preset.readout(),
                    ModelCard.of(preset, file, net, preprocessing, source, threads));
        } catch (Problem e) {
            net.close();
            throw e;
        }
    }
}
