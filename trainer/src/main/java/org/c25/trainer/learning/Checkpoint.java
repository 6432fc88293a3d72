package org.c25.trainer.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.c25.trainer.SafeTensors;

/**
 * What a run needs to go on where it was broken off: weights, the optimiser's moments, the losses so far. One file,
 * written after each epoch, whole or not at all.
 */
public final class Checkpoint {

    private static final String LOSSES = "losses";
    private static final String FIRST = "first/";
    private static final String SECOND = "second/";
    private static final String STEPS = "steps/";

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
        all(learner)
                .forEach((name, parameter) ->
                        parameter.getArray().set(byName.get("weights/" + name).toFloatArray()));
        byName.forEach((name, array) -> {
            if (name.startsWith(FIRST)) {
                String own = name.substring(FIRST.length());
                learner.adam().restore(own, array, byName.get(SECOND + own), (int)
                        byName.get(STEPS + own).getFloat());
            }
        });
        for (double loss : byName.get(LOSSES).toDoubleArray()) {
            learner.losses().add(loss);
        }
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
