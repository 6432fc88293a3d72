package org.c25.trainer.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.c25.trainer.Problem;

/** Tells from the bytes of a file, more than from its name, what kind of network it holds. */
public enum NetFile {
    ONNX,
    TORCHSCRIPT;

    private static final int PICKLE = 0x80;

    private static final String HOW_TO_EXPORT =
            " Export it to TorchScript or ONNX first: docs/networks/custom.md has the lines of Python.";

    /**
     * Returns the kind of network in a file.
     *
     * @throws Problem with how to export it, if it is a pickled module or weights alone; or if it is something else
     */
    static NetFile of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem("There is no file " + file + ".");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return ONNX;
        }
        if (name.endsWith(".safetensors") || name.endsWith(".params")) {
            throw new Problem(file + " holds weights alone, and not the network they belong to. Name the folder of the"
                    + " saved model instead, with its model.json." + HOW_TO_EXPORT);
        }
        if (name.endsWith(".h5") || name.endsWith(".keras") || name.endsWith(".tflite") || name.endsWith(".pb")) {
            throw new Problem(file + " is a network of TensorFlow, and ONNX and TorchScript are taken."
                    + " Export it to ONNX first, with the channels first (tf2onnx --inputs-as-nchw).");
        }
        try {
            return ofTorch(file);
        } catch (IOException e) {
            throw new Problem(file + " can't be read: " + e.getMessage());
        }
    }

    private static NetFile ofTorch(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith("/constants.pkl"))) {
                return TORCHSCRIPT;
            }
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith("data.pkl"))) {
                throw pickled(file);
            }
        } catch (ZipException e) {
            try (InputStream in = Files.newInputStream(file)) {
                if (in.read() == PICKLE) {
                    throw pickled(file);
                }
            }
        }
        throw new Problem(file + " is no network that is known here: ONNX (.onnx) and TorchScript are taken.");
    }

    /**
     * Refuses whatever can't learn.
     *
     * @throws Problem with what can be done with it, if it is no TorchScript
     */
    public static void needTorchScript(Path file) {
        if (of(file) == ONNX) {
            throw new Problem(
                    file + " is an ONNX file, which can't learn any more: bin/predict asks it as it is. To train upon"
                            + " the same network, export it to TorchScript: docs/networks/custom.md has the lines of Python.");
        }
    }

    private static Problem pickled(Path file) {
        return new Problem(file + " is pickled by PyTorch (a state_dict or a whole module): only the Python code it was"
                + " made with can read it." + HOW_TO_EXPORT);
    }

    /** Loads a network. */
    static Net load(Path file, int threads) {
        return of(file) == ONNX ? OnnxNet.load(file, threads) : TorchNet.load(file, threads);
    }
}
