package org.c25.trainer.predict;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.trainer.pictures.Preprocessing;
import org.c25.trainer.saved.SavedModel;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A network that {@code bin/train} has saved. */
final class SavedNet implements Net {

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final SavedModel model;

    private SavedNet(SavedModel model) {
        this.model = model;
    }

    /**
     * Reads the folder of a network. Its card stays as it is, but for the part of the pictures that it is asked about.
     *
     * @throws org.c25.trainer.Problem if a file is missing or damaged
     */
    static LoadedModel load(Path folder, int threads, PictureSource source) {
        SavedModel model = SavedModel.read(folder, threads);
        Map<String, Object> card = JsonMapper.shared().convertValue(model.card(), FIELDS);
        Map<String, Object> preprocessing =
                JsonMapper.shared().convertValue(model.card().path("preprocessing"), FIELDS);
        preprocessing.put("crop", source.crop());
        card.put("preprocessing", preprocessing);
        return new LoadedModel(
                new SavedNet(model), model.preprocessing(), SavedPredictions.readout(model.target()), card);
    }

    @Override
    public Input input() {
        return Input.UNSTATED;
    }

    @Override
    public List<Output> ask(float[] numbers, int images, Preprocessing preprocessing) {
        long[] shape = {images, model.target().outputs()};
        return List.of(new Output(null, shape, model.ask(numbers, images)));
    }

    @Override
    public Map<String, String> versions() {
        return Map.of();
    }

    @Override
    public void close() {
        model.close();
    }
}
