package org.c25.trainer.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.HashMap;
import java.util.Map;

/**
 * D. P. Kingma and J. Ba, Adam, ICLR 2015, with their constants. It is our own because a run that was broken off goes on as
 * if it had not been: its moments are kept beside the weights.
 */
final class Adam {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double LEAST = 1e-8;

    /** What is remembered of a parameter. */
    record Moments(NDArray first, NDArray second, int[] steps) {}

    private final NDManager manager;
    private final Map<String, Moments> moments = new HashMap<>();

    Adam(NDManager manager) {
        this.manager = manager;
    }

    /** Moves a parameter one step against its gradient. Whatever is computed on the way belongs to {@code step}. */
    void step(String name, Parameter parameter, double rate, NDManager step) {
        NDArray weights = parameter.getArray();
        NDArray gradient = weights.getGradient();
        gradient.attach(step);
        Moments own = moments(name, weights);
        own.steps[0]++;
        own.first.muli(FIRST).addi(gradient.mul(1 - FIRST));
        own.second.muli(SECOND).addi(gradient.mul(gradient).muli(1 - SECOND));
        NDArray spread = own.second.div(1 - Math.pow(SECOND, own.steps[0]));
        spread.attach(step);
        NDArray move = own.first.mul(rate / (1 - Math.pow(FIRST, own.steps[0])));
        move.attach(step);
        weights.subi(move.divi(spread.sqrt().addi(LEAST)));
        // The engine would add the next step's gradient to this one.
        gradient.subi(gradient);
    }

    private Moments moments(String name, NDArray weights) {
        return moments.computeIfAbsent(
                name,
                absent ->
                        new Moments(manager.zeros(weights.getShape()), manager.zeros(weights.getShape()), new int[1]));
    }

    Map<String, Moments> moments() {
        return moments;
    }

    /** Goes on from what was kept. */
    void restore(String name, NDArray first, NDArray second, int steps) {
        first.attach(manager);
        second.attach(manager);
        moments.put(name, new Moments(first, second, new int[] {steps}));
    }
}
