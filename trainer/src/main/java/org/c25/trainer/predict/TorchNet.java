package org.c25.trainer.predict;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.trainer.BatchBuffer;
import org.c25.trainer.Problem;
import org.c25.trainer.Torch;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.Preprocessing;

/** A TorchScript file, run by PyTorch on the CPU. It states nothing of its input's size. */
final class TorchNet implements Net {

    private final Path file;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final BatchBuffer buffer = new BatchBuffer();

    private TorchNet(Path file, Model model) {
        this.file = file;
        this.model = model;
        this.predictor = model.newPredictor(new NoopTranslator());
    }

    /**
     * Loads a file.
     *
     * @throws Problem if it is no TorchScript
     */
    static TorchNet load(Path file, int threads) {
        Torch.start(threads);
        Model model = Model.newInstance("net", Device.cpu(), Torch.engine().getEngineName());
        try (InputStream in = Files.newInputStream(file)) {
            model.load(in, Map.of());
            return new TorchNet(file, model);
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new Problem(file + " can't be loaded as TorchScript: " + firstLine(e));
        }
    }

    @Override
    public Input input() {
        return Input.UNSTATED;
    }

    @Override
    public List<Output> ask(float[] numbers, int images, Preprocessing preprocessing) {
        // Results belong to the batch's manager: closed with it, memory stays flat.
        try (NDManager step = model.getNDManager().newSubManager()) {
            Shape shape = new Shape(images, Picture.CHANNELS, preprocessing.height(), preprocessing.width());
            NDList result = predictor.predict(new NDList(step.create(buffer.bytes(numbers), shape, DataType.FLOAT32)));
            result.attach(step);
            List<Output> outputs = new ArrayList<>();
            for (NDArray array : result) {
                NDArray floats = array.toType(DataType.FLOAT32, false);
                outputs.add(new Output(array.getName(), array.getShape().getShape(), floats.toFloatArray()));
            }
            return outputs;
        } catch (TranslateException | EngineException e) {
            throw new Problem(file + " can't be asked about pictures of " + preprocessing.width() + " × "
                    + preprocessing.height() + " pixels: is it the preset of this file? " + firstLine(e));
        }
    }

    /** Returns what PyTorch says first; its traces of C++ help nobody here. */
    private static String firstLine(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String message = String.valueOf(last.getMessage());
        return message.lines()
                .filter(line -> line.contains("Error"))
                .findFirst()
                .or(() -> message.lines().findFirst())
                .orElse("")
                .strip();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of(
                "djl",
                ai.djl.engine.Engine.getDjlVersion(),
                "pytorch",
                Torch.engine().getVersion());
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }
}
