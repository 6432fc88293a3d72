package org.c25.trainer.network;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBaseBlock;
import ai.djl.nn.Block;
import ai.djl.nn.BlockList;
import ai.djl.nn.ParameterList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.c25.trainer.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A TorchScript file as features: the first of its outputs that has images × numbers, all numbers of an image in a row.
 * Best is a network that was exported without its own last layer.
 */
public final class ScriptBlock extends AbstractBaseBlock {

    private final Model model;
    private final Block script;

    /** @throws Problem if the file is not there, or is no TorchScript */
    public ScriptBlock(@Nullable Path file, NDManager owner) {
        if (file == null || !Files.isRegularFile(file)) {
            throw new Problem("--model " + file + " is neither small nor resnet50 nor a file that is there.");
        }
        model = Model.newInstance("script", "PyTorch");
        owner.attachInternal("script", model.getNDManager());
        try {
            model.load(file.toAbsolutePath().getParent(), file.getFileName().toString(), Map.of("trainParam", "true"));
        } catch (IOException | MalformedModelException | EngineException e) {
            throw new Problem(
                    file + " is no TorchScript file. A .pth or a pickled module must be exported with torch.jit.trace"
                            + " first: see docs/networks/custom.md.");
        }
        script = model.getBlock();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDList outputs = outputs(store, inputs, training);
        NDArray features = outputs.stream()
                .filter(one -> one.getShape().dimension() >= 2)
                .findFirst()
                .orElseThrow(() -> new Problem("--model: the file gives nothing of the form images × numbers."));
        long images = features.getShape().get(0);
        return new NDList(features.reshape(images, features.size() / images));
    }

    private NDList outputs(ParameterStore store, NDList inputs, boolean training) {
        try {
            return script.forward(store, inputs, training);
        } catch (EngineException e) {
            Shape shape = inputs.head().getShape();
            throw new Problem("--model: the file takes no pictures of " + shape.get(3) + " × " + shape.get(2)
                    + " pixels. Give its own size by --size. It says: "
                    + String.valueOf(e.getMessage())
                            .strip()
                            .lines()
                            .reduce((first, last) -> last)
                            .orElse(""));
        }
    }

    /** Writes the file with the weights as they are now. */
    public void write(OutputStream out) {
        JniUtils.writeModule((PtSymbolBlock) script, out, false);
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
