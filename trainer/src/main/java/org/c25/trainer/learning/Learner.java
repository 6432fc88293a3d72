package org.c25.trainer.learning;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.trainer.Problem;
import org.c25.trainer.Stopped;
import org.c25.trainer.Torch;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.crowd.CrowdLayer;
import org.c25.trainer.crowd.Losses;
import org.c25.trainer.network.Network;

/**
 * One network that learns. What an epoch does follows from the seed and its number alone, so that a run that was broken
 * off goes on as if it had not been.
 */
public final class Learner implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Settings settings;
    private final Inputs inputs;
    private final Answers answers;
    private final Labels warm;
    private final Labels labels;
    private final NDManager manager;
    private final Network network;
    private final Map<Dimension, CrowdLayer> layers = new EnumMap<>(Dimension.class);
    private final Adam adam;
    private final List<Double> losses = new ArrayList<>();
    private double seconds;

    /** @param labels what it learns from, where that is not each rater's answer */
    public Learner(Settings settings, Inputs inputs, Answers answers, Labels labels) {
        Torch.start(settings.threads());
        this.settings = settings;
        this.inputs = inputs;
        this.answers = answers;
        this.warm = Labels.of(answers, false);
        this.labels = labels;
        this.manager = NDManager.newBaseManager("PyTorch");
        Engine engine = Torch.engine();
        engine.setRandomSeed((int) settings.seed());
        this.network = Network.of(
                settings.architecture(),
                settings.preprocessing(),
                inputs.features(),
                settings.target().outputs(),
                manager);
        if (settings.source().isCrowd()) {
            settings.target().dimensions().forEach(dimension -> layers.put(dimension, layer(dimension)));
        }
        this.adam = new Adam(manager);
    }

    private CrowdLayer layer(Dimension dimension) {
        CrowdLayer layer = new CrowdLayer(
                settings.source().layer(dimension), answers.raters().size(), dimension.outputs());
        layer.initialize(manager, DataType.FLOAT32, new Shape(1, dimension.outputs()));
        layer.getParameters().values().forEach(one -> one.getArray().setRequiresGradient(true));
        return layer;
    }

    /**
     * Learns from these images until all epochs are done.
     *
     * @param keep is run after each epoch
     * @throws Stopped if the thread is interrupted; the epoch that was begun does not count
     * @throws Problem if the loss is no number any more
     */
    public void learn(List<Integer> images, EpochListener listener, Runnable keep) {
        for (int epoch = losses.size(); epoch < settings.steps().epochs(); epoch++) {
            long start = System.nanoTime();
            losses.add(epoch(epoch, images));
            seconds += (System.nanoTime() - start) / NANOS;
            listener.epoch(settings, epoch + 1, losses.get(epoch));
            keep.run();
        }
        Scales.identify(settings.target(), layers, network);
    }

    private double epoch(int epoch, List<Integer> images) {
        long draws = settings.seed() * 1_000_003 + epoch;
        Random random = new Random(draws);
        // A dropout layer draws from the engine, which a run that goes on finds at another place.
        Torch.engine().setRandomSeed((int) draws);
        List<Integer> order = new ArrayList<>(images);
        Collections.shuffle(order, random);
        double sum = 0;
        int steps = 0;
        for (int from = 0; from < order.size(); from += settings.steps().batch()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Stopped();
            }
            int[] some = order
                    .subList(
                            from, Math.min(order.size(), from + settings.steps().batch()))
                    .stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            // Batch normalisation needs more than one image.
            if (some.length > 1) {
                sum += step(some, settings.source().isCrowd(epoch), random);
                steps++;
            }
        }
        return sum / steps;
    }

    private double step(int[] images, boolean crowd, Random random) {
        // Whatever a step computes goes with its manager: memory stays flat.
        try (NDManager step = manager.newSubManager()) {
            Batch batch = new Batch(images, step);
            NDArray input = inputs.of(images, random, step);
            float loss;
            try (GradientCollector tape = Torch.engine().newGradientCollector()) {
                NDArray whole = loss(network.forward(input, true), batch, crowd);
                tape.backward(whole);
                loss = whole.getFloat();
            }
            if (!Float.isFinite(loss)) {
                throw new Problem("The loss of " + settings.name() + " is " + loss
                        + ": take smaller steps (--rate, --crowd-rate).");
            }
            network.parameters()
                    .forEach((name, parameter) ->
                            move(name, parameter, settings.steps().rate(), step));
            if (crowd) {
                layerParameters()
                        .forEach((name, parameter) ->
                                move(name, parameter, settings.source().crowdRate(), step));
            }
            return loss;
        }
    }

    private void move(String name, Parameter parameter, double rate, NDManager step) {
        if (parameter.requiresGradient()) {
            adam.step(name, parameter, rate, step);
        }
    }

    private NDArray loss(NDArray outputs, Batch batch, boolean crowd) {
        NDList parts = new NDList();
        for (Dimension dimension : settings.target().dimensions()) {
            int first = settings.target().first(dimension);
            NDArray said = outputs.get(":, " + first + ":" + (first + dimension.outputs()));
            parts.add(crowd ? crowdLoss(dimension, said, batch) : labelLoss(dimension, said, batch));
        }
        return parts.stream().reduce(NDArray::add).orElseThrow();
    }

    private NDArray crowdLoss(Dimension dimension, NDArray said, Batch batch) {
        CrowdLayer layer = Objects.requireNonNull(layers.get(dimension));
        NDArray seen = dimension.isScale() ? said : said.softmax(-1);
        NDArray answered =
                layer.forward(network.store(), new NDList(seen), true).singletonOrThrow();
        NDArray given = batch.answers(answers, dimension);
        return dimension.isScale()
                ? Losses.squares(answered, given, batch.there(answers, dimension))
                : Losses.crossEntropy(answered, given);
    }

    private NDArray labelLoss(Dimension dimension, NDArray said, Batch batch) {
        Labels own = settings.source().isCrowd() ? warm : labels;
        NDArray wanted = batch.labels(own, dimension);
        return dimension.isScale()
                ? Losses.squares(said, wanted, batch.there(own, dimension))
                : Losses.crossEntropy(said, wanted);
    }

    /** Returns what the network says of all images. */
    public Said say() {
        float[][] outputs = new float[inputs.count()][];
        for (int from = 0; from < outputs.length; from += settings.steps().batch()) {
            int[] some = IntStream.range(
                            from,
                            Math.min(outputs.length, from + settings.steps().batch()))
                    .toArray();
            try (NDManager step = manager.newSubManager()) {
                float[] flat = said(network.forward(inputs.of(some, null, step), false));
                int width = settings.target().outputs();
                for (int at = 0; at < some.length; at++) {
                    outputs[some[at]] = Arrays.copyOfRange(flat, at * width, (at + 1) * width);
                }
            }
        }
        return new Said(settings.target(), outputs);
    }

    private float[] said(NDArray outputs) {
        if (!settings.target().hasExpression()) {
            return outputs.toFloatArray();
        }
        NDArray shares = outputs.get(":, 0:" + Dimension.EXPRESSION.outputs()).softmax(-1);
        return settings.target().hasScale()
                ? shares.concat(outputs.get(":, " + Dimension.EXPRESSION.outputs() + ":"), 1)
                        .toFloatArray()
                : shares.toFloatArray();
    }

    /** Returns the parameters of the crowd layers by name, such as {@code crowd/expression/weight}. */
    public Map<String, Parameter> layerParameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        layers.forEach((dimension, layer) -> layer.getParameters()
                .forEach(one -> all.put("crowd/" + dimension.key() + "/" + one.getKey(), one.getValue())));
        return all;
    }

    public Settings settings() {
        return settings;
    }

    public Network network() {
        return network;
    }

    /** Returns the crowd layers, one a dimension; none where it learns from labels. */
    public Map<Dimension, CrowdLayer> layers() {
        return layers;
    }

    /** Returns the mean loss of each epoch so far. */
    public List<Double> losses() {
        return losses;
    }

    /** Returns how long all epochs so far took, also those of a run that was broken off. */
    public double seconds() {
        return seconds;
    }

    void restore(List<Double> kept, double took) {
        losses.addAll(kept);
        seconds = took;
    }

    Adam adam() {
        return adam;
    }

    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
