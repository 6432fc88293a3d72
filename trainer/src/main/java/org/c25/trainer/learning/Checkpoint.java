package org.c25.trainer.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.c25.trainer.Problem;
import org.c25.trainer.SafeTensors;
import org.c25.trainer.network.ScriptBlock;

/**
 * What a run needs to go on where it was broken off: weights, the optimiser's moments, the losses so far; of a TorchScript file
 * that learns all of it, for it holds more than weights, such as the moments of batch normalisation. One file, written after each
 * epoch, whole or not at all.
 */
public final class Checkpoint {

    private static final String LOSSES = "losses";
    private static final String FIRST = "first/";
    private static final String SECOND = "second/";
    private static final String STEPS = "steps/";
    private static final String SECONDS = "seconds";
    private static final String SCRIPT = "script";

    private final Path file;

    public Checkpoint(Path file) {
        this.file = file;
    }

    /** Keeps where the learner is. */
    public void keep(Learner learner) {
        try (NDManager own = learner.manager().newSubManager()) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            all(learner).forEach((name, parameter) -> arrays.put("weights/" + name, parameter.getArray()));
            learner.adam().moments().forEach((name, moments) -> {
                arrays.put(FIRST + name, moments.first());
                arrays.put(SECOND + name, moments.second());
                arrays.put(STEPS + name, own.create(new float[] {moments.steps()[0]}));
            });
            double[] losses =
                    learner.losses().stream().mapToDouble(Double::doubleValue).toArray();
            arrays.put(LOSSES, own.create(losses));
            arrays.put(SECONDS, own.create(new double[] {learner.seconds()}));
            if (learner.network().features() instanceof ScriptBlock script) {
                arrays.put(SCRIPT, bytes(script, own));
            }
            SafeTensors.write(file, arrays);
        }
    }

    /** Puts the learner where it was; does nothing if nothing was kept. */
    public void restore(Learner learner) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        NDList arrays = SafeTensors.read(file, learner.manager());
        Map<String, NDArray> byName = new LinkedHashMap<>();
        arrays.forEach(one -> byName.put(one.getName(), one));
        if (learner.network().features() instanceof ScriptBlock script) {
            script.restore(bytes(array(byName, SCRIPT)));
        }
        all(learner)
                .forEach((name, parameter) -> parameter
                        .getArray()
                        .set(array(byName, "weights/" + name).toFloatArray()));
        byName.forEach((name, array) -> {
            if (name.startsWith(FIRST)) {
                String own = name.substring(FIRST.length());
                learner.adam().restore(own, array, array(byName, SECOND + own), (int)
                        array(byName, STEPS + own).getFloat());
            }
        });
        learner.restore(
                Arrays.stream(array(byName, LOSSES).toDoubleArray()).boxed().toList(),
                array(byName, SECONDS).toDoubleArray()[0]);
    }

    private NDArray array(Map<String, NDArray> byName, String name) {
        NDArray array = byName.get(name);
        if (array == null) {
            throw new Problem(file + " has no " + name + ": remove it, and the run begins anew.");
        }
        return array;
    }

    private static NDArray bytes(ScriptBlock script, NDManager manager) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        script.write(bytes);
        return manager.create(ByteBuffer.wrap(bytes.toByteArray()), new Shape(bytes.size()), DataType.UINT8);
    }

    private static byte[] bytes(NDArray array) {
        ByteBuffer buffer = array.toByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static Map<String, Parameter> all(Learner learner) {
        Map<String, Parameter> all = new LinkedHashMap<>(learner.network().parameters());
        all.putAll(learner.layerParameters());
        return all;
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
