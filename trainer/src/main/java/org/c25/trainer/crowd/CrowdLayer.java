package org.c25.trainer.crowd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From what the network says of each image to what each rater would answer. In: images × outputs, shares of the eight
 * expressions, or one value of a scale. Out: raters × images × outputs, logits of an expression, or a value.
 */
public final class CrowdLayer extends AbstractBlock {

    private final CrowdKind kind;
    private final int raters;
    private final int outputs;
    private final @Nullable Parameter weight;
    private final @Nullable Parameter bias;

    /** @param outputs 8 for the expression, 1 for a scale */
    public CrowdLayer(CrowdKind kind, int raters, int outputs) {
        this.kind = kind;
        this.raters = raters;
        this.outputs = outputs;
        this.weight = kind.hasWeight() ? parameter("weight", weightShape()) : null;
        this.bias = kind.hasBias() ? parameter("bias", new Shape(raters, 1, outputs)) : null;
    }

    private Shape weightShape() {
        return kind == CrowdKind.MW ? new Shape(raters, outputs, outputs) : new Shape(raters, 1, outputs);
    }

    private Parameter parameter(String name, Shape shape) {
        // Neither a weight nor a bias to DJL: whatever sets those at random must leave this alone.
        return addParameter(Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.OTHER)
                .optShape(shape)
                .optInitializer((manager, filled, type) -> start(manager, name, filled, type))
                .build());
    }

    private NDArray start(NDManager manager, String name, Shape shape, DataType type) {
        if (name.equals("bias")) {
            return manager.zeros(shape, type);
        }
        return kind == CrowdKind.MW
                ? manager.eye(outputs).toType(type, false).expandDims(0).repeat(0, raters)
                : manager.ones(shape, type);
    }

    public CrowdKind kind() {
        return kind;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDArray said = inputs.singletonOrThrow().expandDims(0);
        NDArray answered = said;
        if (weight != null) {
            NDArray own = store.getValue(weight, said.getDevice(), training);
            answered = kind == CrowdKind.MW ? said.matMul(own) : said.mul(own);
        }
        if (bias != null) {
            answered = answered.add(store.getValue(bias, said.getDevice(), training));
        }
        return new NDList(answered);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(raters, inputs[0].get(0), outputs)};
    }

    /** Returns each rater's weights: outputs × outputs in rows for a matrix, else outputs; all 1 where the kind has none. */
    public float[][] weights() {
        if (weight == null) {
            float[][] ones = new float[raters][outputs];
            for (float[] row : ones) {
                Arrays.fill(row, 1);
            }
            return ones;
        }
        return rows(weight.getArray());
    }

    /** Returns each rater's biases, one an output; all 0 where the kind has none. */
    public float[][] biases() {
        return bias == null ? new float[raters][outputs] : rows(bias.getArray());
    }

    private float[][] rows(NDArray array) {
        float[] flat = array.toFloatArray();
        int width = flat.length / raters;
        float[][] rows = new float[raters][];
        for (int rater = 0; rater < raters; rater++) {
            rows[rater] = Arrays.copyOfRange(flat, rater * width, (rater + 1) * width);
        }
        return rows;
    }
}
