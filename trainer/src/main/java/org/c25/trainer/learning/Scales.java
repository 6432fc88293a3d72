package org.c25.trainer.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.crowd.CrowdLayer;
import org.c25.trainer.network.Network;

/**
 * Puts a scale where it belongs. With s·x + b of each rater, x could be any a·x + c as long as each s and b follows: so
 * the raters' mean scale is made 1 and their mean bias 0, and x becomes what the mean rater would answer.
 */
final class Scales {

    private Scales() {}

    static void identify(Target target, Map<Dimension, CrowdLayer> layers, Network network) {
        layers.forEach((dimension, layer) -> {
            if (dimension.isScale()) {
                identify(target.first(dimension), layer, network);
            }
        });
    }

    private static void identify(int output, CrowdLayer layer, Network network) {
        double scale = layer.kind() == CrowdKind.B ? 1 : mean(layer.weights());
        double bias = layer.kind() == CrowdKind.S ? 0 : mean(layer.biases());
        network.rescale(output, scale, bias);
        NDArray weights = layer.kind() == CrowdKind.B ? null : array(layer, "weight");
        NDArray biases = layer.kind() == CrowdKind.S ? null : array(layer, "bias");
        if (weights != null) {
            weights.divi(scale);
        }
        if (biases != null) {
            biases.subi(weights == null ? biases.getManager().create((float) bias) : weights.mul(bias));
        }
    }

    private static NDArray array(CrowdLayer layer, String name) {
        return layer.getParameters().stream()
                .filter(one -> one.getKey().endsWith(name))
                .map(one -> one.getValue())
                .map(Parameter::getArray)
                .findFirst()
                .orElseThrow();
    }

    private static double mean(float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            sum += row[0];
        }
        return sum / rows.length;
    }
}
