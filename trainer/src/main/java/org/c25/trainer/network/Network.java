package org.c25.trainer.network;

import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.Preprocessing;

/**
 * A network: what it makes of a picture ({@code features}), and a last layer of its own ({@code head}) with an output for
 * each expression and each scale. In: images × 3 × height × width (or × features, where these are frozen). Out: images ×
 * outputs, logits of the expressions and plain values of the scales.
 */
public final class Network implements AutoCloseable {

    private static final int RESNET50_LAYERS = 50;

    private final Block features;
    private final Linear head;
    private final boolean learnsFeatures;
    private final NDManager manager;
    private final ParameterStore store;

    private Network(Block features, Linear head, boolean learnsFeatures, NDManager manager) {
        this.features = features;
        this.head = head;
        this.learnsFeatures = learnsFeatures;
        this.manager = manager;
        this.store = new ParameterStore(manager, false);
    }

    /**
     * Makes a network whose weights are drawn by the engine's seed.
     *
     * @param pictures what it is given where features are not frozen
     * @param width how many features there are, where these are frozen; else 0
     */
    public static Network of(
            Architecture architecture, Preprocessing pictures, int width, int outputs, NDManager parent) {
        NDManager manager = parent.newSubManager();
        Block features = switch (architecture.kind()) {
            case SMALL -> SmallNet.features();
            case RESNET50 -> resNet50(pictures);
            case FROZEN -> Blocks.identityBlock();
            case FINE_TUNED -> new ScriptBlock(architecture, manager);
        };
        Linear head = Linear.builder().setUnits(outputs).build();
        Network network = new Network(features, head, architecture.kind() != Architecture.Kind.FROZEN, manager);
        Shape input = width > 0 ? new Shape(1, width) : new Shape(1, 3, pictures.height(), pictures.width());
        if (!features.isInitialized()) {
            features.initialize(manager, DataType.FLOAT32, input);
        }
        head.initialize(manager, DataType.FLOAT32, network.featureShape(input));
        network.parameters()
                .values()
                .forEach(parameter -> parameter.getArray().setRequiresGradient(parameter.requiresGradient()));
        return network;
    }

    /** Returns ResNet50 without its last layer, in whose place ours comes: 23.6 million numbers. */
    private static Block resNet50(Preprocessing pictures) {
        int size = Math.min(pictures.width(), pictures.height());
        if (size < Architecture.LEAST_RESNET50) {
            throw new Problem("resnet50 takes pictures of " + Architecture.LEAST_RESNET50
                    + " pixels at least (--size), not " + size + ": smaller ones are for small.");
        }
        SequentialBlock net = (SequentialBlock) ResNetV1.builder()
                .setImageShape(new Shape(3, pictures.height(), pictures.width()))
                .setNumLayers(RESNET50_LAYERS)
                .setOutSize(1)
                .build();
        // Behind its last layer there is one that only flattens.
        net.removeLastBlock();
        net.removeLastBlock();
        return net;
    }

    private Shape featureShape(Shape input) {
        try (NDManager once = manager.newSubManager()) {
            return features.forward(store, new NDList(once.zeros(input)), false)
                    .head()
                    .getShape();
        }
    }

    /** Returns the outputs; in training, batch normalisation looks at this batch and remembers it. */
    public NDArray forward(NDArray input, boolean training) {
        NDList seen = features.forward(store, new NDList(input), training);
        return head.forward(store, new NDList(seen.head()), training).singletonOrThrow();
    }

    /** Returns the store by which a layer behind this network gets at its own weights. */
    public ParameterStore store() {
        return store;
    }

    public NDManager manager() {
        return manager;
    }

    /** Returns all parameters by names that stay the same, such as {@code features/03ParallelBlock_…} and {@code head/weight}. */
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        if (learnsFeatures) {
            put(all, "features/", features.getParameters());
        }
        put(all, "head/", head.getParameters());
        return all;
    }

    private static void put(Map<String, Parameter> all, String prefix, PairList<String, Parameter> some) {
        for (Pair<String, Parameter> one : some) {
            all.put(prefix + one.getKey(), one.getValue());
        }
    }

    public long numbers() {
        return parameters().values().stream()
                .mapToLong(parameter -> parameter.getArray().size())
                .sum();
    }

    /** Makes an output scale · value + offset of what it was, by the weights of the last layer. */
    public void rescale(int output, double scale, double offset) {
        for (Pair<String, Parameter> one : head.getParameters()) {
            boolean bias = one.getKey().endsWith("bias");
            NDArray array = one.getValue().getArray();
            float[] values = array.toFloatArray();
            int width = bias ? 1 : (int) array.getShape().get(1);
            for (int at = output * width; at < (output + 1) * width; at++) {
                values[at] = (float) (values[at] * scale + (bias ? offset : 0));
            }
            array.set(values);
        }
    }

    public Block features() {
        return features;
    }

    public Linear head() {
        return head;
    }

    @Override
    public void close() {
        manager.close();
    }
}
