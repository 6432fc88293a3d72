package org.c25.trainer.saved;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.trainer.BatchBuffer;
import org.c25.trainer.Problem;
import org.c25.trainer.SafeTensors;
import org.c25.trainer.Torch;
import org.c25.trainer.learning.Target;
import org.c25.trainer.network.Architecture;
import org.c25.trainer.network.Network;
import org.c25.trainer.network.ScriptBlock;
import org.c25.trainer.pictures.ColourOrder;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.pictures.Resize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network that {@code bin/train} has saved, read back: it says the same of the same pictures. */
public final class SavedModel implements AutoCloseable {

    public static final String CARD = "model.json";
    public static final String WEIGHTS = "weights.safetensors";
    /** A TorchScript file under the last layer, where there is one. */
    public static final String FEATURES = "features.pt";

    private static final String FORMAT = "c25-model";

    private final JsonNode card;
    private final Target target;
    private final Preprocessing preprocessing;
    private final BatchBuffer buffer = new BatchBuffer();
    private final NDManager manager;
    private final Network network;
    private final List<ScriptBlock> frozen = new ArrayList<>();
    private final Map<String, float[]> raters = new LinkedHashMap<>();

    private SavedModel(JsonNode card, Path folder, int threads) {
        this.card = card;
        this.target = Target.valueOf(text("target").toUpperCase(Locale.ROOT));
        this.preprocessing = preprocessing(card.path("preprocessing"));
        Torch.start(threads);
        this.manager = NDManager.newBaseManager("PyTorch");
        this.network = network(folder);
        NDList arrays = SafeTensors.read(folder.resolve(WEIGHTS), manager);
        network.parameters().forEach((name, parameter) -> {
            if (!name.startsWith("features/") || !Files.isRegularFile(folder.resolve(FEATURES))) {
                parameter.getArray().set(of(arrays, name, folder).toFloatArray());
            }
        });
        arrays.stream()
                .filter(one -> one.getName().startsWith("crowd/"))
                .forEach(one -> raters.put(one.getName(), one.toFloatArray()));
    }

    /**
     * Reads the folder of one network.
     *
     * @throws Problem if a file is missing, damaged or of another kind
     */
    public static SavedModel read(Path folder, int threads) {
        Path file = folder.resolve(CARD);
        if (!Files.isRegularFile(file)) {
            throw new Problem(folder + " holds no saved network: there is no " + CARD + ".");
        }
        try {
            JsonNode card = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (!card.path("format").asString("").equals(FORMAT) || !card.has("training")) {
                throw new Problem(file + " is the card of no network that bin/train has saved.");
            }
            return of(card, folder, threads);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new Problem(file + " is damaged: " + e.getMessage() + ".");
        }
    }

    /** Reads the weights in a folder that has no card yet. */
    public static SavedModel of(JsonNode card, Path folder, int threads) {
        return new SavedModel(card, folder, threads);
    }

    private String text(String name) {
        return card.path(name).asString("");
    }

    static Preprocessing preprocessing(JsonNode node) {
        return new Preprocessing(
                node.path("width").asInt(),
                node.path("height").asInt(),
                Resize.valueOf(node.path("resize").asString("").toUpperCase(Locale.ROOT)),
                ColourOrder.valueOf(node.path("channels").asString("")),
                numbers(node.path("mean")),
                numbers(node.path("std")));
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asDouble).toList();
    }

    private Architecture architecture(Path folder) {
        JsonNode node = card.path("architecture");
        Architecture.Kind kind = Architecture.Kind.valueOf(
                node.path("kind").asString("").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Architecture(
                kind,
                kind.isFile() ? folder.resolve(FEATURES) : null,
                node.path("outputs").valueStream().map(JsonNode::asString).toList());
    }

    private Network network(Path folder) {
        Architecture architecture = architecture(folder);
        if (architecture.kind().isFile() && !Files.isRegularFile(folder.resolve(FEATURES))) {
            throw new Problem(folder + " has no " + FEATURES + ", which belongs to the network.");
        }
        if (architecture.kind() == Architecture.Kind.FROZEN) {
            frozen.add(new ScriptBlock(architecture, manager));
        }
        return Network.of(
                architecture,
                preprocessing,
                card.path("architecture").path("features").asInt(0),
                target.outputs(),
                manager);
    }

    private static NDArray of(NDList arrays, String name, Path folder) {
        return arrays.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(folder.resolve(WEIGHTS) + " has no " + name + "."));
    }

    /**
     * Asks the network about some pictures.
     *
     * @param numbers images × 3 × height × width
     * @return images × outputs: logits of the eight expressions in the order of their C25 codes, then valence, then arousal,
     *     as far as the target has them
     */
    public float[] ask(float[] numbers, int images) {
        try (NDManager step = manager.newSubManager()) {
            NDArray input = step.create(
                    buffer.bytes(numbers),
                    new Shape(images, 3, preprocessing.height(), preprocessing.width()),
                    DataType.FLOAT32);
            for (ScriptBlock features : frozen) {
                input = features.forward(network.store(), new NDList(input), false)
                        .head();
            }
            return network.forward(input, false).toFloatArray();
        }
    }

    public Target target() {
        return target;
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** Returns what {@code model.json} says. */
    public JsonNode card() {
        return card;
    }

    /** Returns the arrays of the crowd layers by name, such as {@code crowd/expression/weight}; none where there are none. */
    public Map<String, float[]> raters() {
        return raters;
    }

    public long parameters() {
        return network.numbers();
    }

    @Override
    public void close() {
        manager.close();
    }
}
