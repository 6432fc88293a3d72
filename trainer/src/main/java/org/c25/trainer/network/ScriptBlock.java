package org.c25.trainer.network;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBaseBlock;
import ai.djl.nn.BlockList;
import ai.djl.nn.ParameterList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.trainer.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A TorchScript file as features: some of its outputs side by side, all numbers of an image in a row. Its own last layer stays:
 * best is a network that was exported without it.
 */
public final class ScriptBlock extends AbstractBaseBlock {

    private final Path file;
    private final List<String> wanted;
    private final NDManager owner;
    private PtSymbolBlock script;

    /** Kept, for the engine frees what nobody keeps. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable Model model;

    /** @throws Problem if the file is not there, or is no TorchScript */
    public ScriptBlock(Architecture architecture, NDManager owner) {
        this.file = Objects.requireNonNull(architecture.file());
        this.wanted = architecture.outputs();
        this.owner = owner;
        try (InputStream in = Files.newInputStream(file)) {
            this.script = loaded(in);
        } catch (IOException e) {
            throw noScript();
        }
    }

    /** Puts another state of the same file in its place, as {@link #write} has given it. */
    public void restore(byte[] state) {
        try {
            script = loaded(new ByteArrayInputStream(state));
        } catch (IOException e) {
            throw noScript();
        }
        script.getParameters()
                .forEach(one -> one.getValue()
                        .getArray()
                        .setRequiresGradient(one.getValue().requiresGradient()));
    }

    private PtSymbolBlock loaded(InputStream in) throws IOException {
        Model fresh = Model.newInstance("script", "PyTorch");
        owner.attachInternal(fresh.getNDManager().getName(), fresh.getNDManager());
        try {
            fresh.load(in, Map.of("trainParam", "true"));
        } catch (MalformedModelException | EngineException e) {
            throw noScript();
        }
        model = fresh;
        return (PtSymbolBlock) fresh.getBlock();
    }

    private Problem noScript() {
        return new Problem(
                file + " is no TorchScript file. A .pth or a pickled module must be exported with torch.jit.trace"
                        + " first: see docs/networks/custom.md.");
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        // The engine knows of the mode that it has set itself alone, and a file may come in either.
        if (training) {
            JniUtils.enableTrainingMode(script);
        } else {
            JniUtils.enableInferenceMode(script);
        }
        long images = inputs.head().getShape().get(0);
        NDList outputs = outputs(store, inputs, training);
        NDList features = new NDList();
        for (NDArray one : chosen(outputs)) {
            if (one.getShape().dimension() < 1 || one.getShape().get(0) != images) {
                throw new Problem("--output: " + described(one) + " of " + file + " has no row for each image.");
            }
            features.add(one.reshape(images, one.size() / images));
        }
        return new NDList(features.size() == 1 ? features.head() : NDArrays.concat(features, 1));
    }

    private NDList chosen(NDList outputs) {
        if (wanted.isEmpty()) {
            if (outputs.size() != 1) {
                throw new Problem(file + " gives several outputs, " + described(outputs)
                        + ": say by --output on which of them the new last layer learns.");
            }
            return outputs;
        }
        NDList chosen = new NDList();
        for (String one : wanted) {
            chosen.add(IntStream.range(0, outputs.size())
                    .filter(at -> one.equals(String.valueOf(at))
                            || one.equals(outputs.get(at).getName()))
                    .mapToObj(outputs::get)
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(file + " has no output " + one + ". It gives " + described(outputs) + ".")));
        }
        return chosen;
    }

    private static String described(NDList outputs) {
        return IntStream.range(0, outputs.size())
                .mapToObj(at -> (outputs.get(at).getName() == null ? at + " " : "") + described(outputs.get(at)))
                .collect(Collectors.joining(", "));
    }

    private static String described(NDArray output) {
        String shape = output.getShape().toString();
        return output.getName() == null ? shape : output.getName() + " " + shape;
    }

    private NDList outputs(ParameterStore store, NDList inputs, boolean training) {
        try {
            return script.forward(store, inputs, training);
        } catch (EngineException e) {
            Shape shape = inputs.head().getShape();
            throw new Problem(file + " takes no pictures of " + shape.get(3) + " × " + shape.get(2)
                    + " pixels: give its own preset, or its size by --size. It says: "
                    + String.valueOf(e.getMessage())
                            .strip()
                            .lines()
                            .reduce((first, last) -> last)
                            .orElse(""));
        }
    }

    /** Writes the file as it is now, ready to be asked. */
    public void write(OutputStream out) {
        JniUtils.enableInferenceMode(script);
        JniUtils.writeModule(script, out, false);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return script.getOutputShapes(inputs);
    }

    @Override
    public boolean isInitialized() {
        return true;
    }

    @Override
    public void initialize(NDManager manager, DataType type, Shape... shapes) {
        // It has its weights.
    }

    @Override
    public BlockList getChildren() {
        return new BlockList();
    }

    @Override
    public ParameterList getDirectParameters() {
        return script.getDirectParameters();
    }

    @Override
    public ParameterList getParameters() {
        return script.getParameters();
    }
}
