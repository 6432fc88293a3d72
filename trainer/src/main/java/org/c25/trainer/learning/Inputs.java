package org.c25.trainer.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.trainer.BatchBuffer;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.network.ScriptBlock;
import org.c25.trainer.pictures.Preprocessing;
import org.jspecify.annotations.Nullable;

/**
 * What a network is given of each image: the picture, or features that were computed once. One batch at a time: the next
 * overwrites it.
 */
public final class Inputs {

    private final Faces faces;
    private final float @Nullable [][] features;
    private final BatchBuffer buffer = new BatchBuffer();

    private Inputs(Faces faces, float @Nullable [][] features) {
        this.faces = faces;
        this.features = features;
    }

    public static Inputs of(Faces faces) {
        return new Inputs(faces, null);
    }

    /** Has a TorchScript file look at each face once; its weights stay as they are. */
    public static Inputs frozen(Faces faces, Architecture architecture, int batch) {
        float[][] features = new float[faces.count()][];
        Inputs pictures = of(faces);
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            ScriptBlock script = new ScriptBlock(architecture, manager);
            ParameterStore store = new ParameterStore(manager, false);
            for (int from = 0; from < features.length; from += batch) {
                int[] some = IntStream.range(from, Math.min(features.length, from + batch))
                        .toArray();
                try (NDManager step = manager.newSubManager()) {
                    NDArray seen = script.forward(store, new NDList(pictures.of(some, null, step)), false)
                            .head();
                    float[] flat = seen.toFloatArray();
                    int width = flat.length / some.length;
                    for (int at = 0; at < some.length; at++) {
                        features[some[at]] = Arrays.copyOfRange(flat, at * width, (at + 1) * width);
                    }
                }
            }
        }
        return new Inputs(faces, features);
    }

    public int count() {
        return faces.count();
    }

    /** Returns the SHA-256 of each picture. */
    public List<String> hashes() {
        return faces.hashes();
    }

    /** Returns how many features an image has; 0 where it is a picture. */
    public int features() {
        return features == null ? 0 : features[0].length;
    }

    /** @param mirroring draws whether a face is mirrored; {@code null} mirrors none */
    NDArray of(int[] images, @Nullable Random mirroring, NDManager step) {
        int width = features == null ? faces.preprocessing().numbers() : features[0].length;
        float[] flat = new float[images.length * width];
        for (int at = 0; at < images.length; at++) {
            if (features == null) {
                faces.into(flat, at, images[at], mirroring != null && mirroring.nextBoolean());
            } else {
                System.arraycopy(features[images[at]], 0, flat, at * width, width);
            }
        }
        Preprocessing pictures = faces.preprocessing();
        // The batch before is closed by now.
        return step.create(
                buffer.bytes(flat),
                features == null
                        ? new Shape(images.length, 3, pictures.height(), pictures.width())
                        : new Shape(images.length, width),
                DataType.FLOAT32);
    }
}
