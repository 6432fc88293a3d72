package org.c25.trainer.predict;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.c25.trainer.BatchBuffer;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.Preprocessing;

/** An ONNX file, run by ONNX Runtime on the CPU. Nothing of DJL or PyTorch is loaded for it. */
final class OnnxNet implements Net {

    private static final int CHANNEL = 1;
    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;
    private static final int SIDES = 4;

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String name;
    private final Input input;
    private final BatchBuffer buffer = new BatchBuffer();

    private OnnxNet(Path file, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.file = file;
        this.environment = environment;
        this.session = session;
        if (session.getNumInputs() != 1) {
            throw new Problem(
                    file + " takes " + session.getNumInputs() + " inputs, and only networks that take one are asked.");
        }
        NodeInfo only = session.getInputInfo().values().iterator().next();
        this.name = only.getName();
        this.input = stated(only);
    }

    /**
     * Loads a file.
     *
     * @throws Problem if it is no ONNX, or doesn't take pictures as images × 3 × height × width
     */
    static OnnxNet load(Path file, int threads) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(file.toString(), options);
            try {
                return new OnnxNet(file, environment, session);
            } catch (Problem e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new Problem(file + " can't be loaded as ONNX: " + e.getMessage());
        }
    }

    private Input stated(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new Problem("The input " + name + " of " + file + " takes no 32-bit floats: " + node.getInfo());
        }
        long[] shape = tensor.getShape();
        if (shape.length != SIDES || shape[CHANNEL] >= 0 && shape[CHANNEL] != Picture.CHANNELS) {
            throw new Problem("The input " + name + " of " + file + " has the shape " + Arrays.toString(shape)
                    + ", and pictures come as images × 3 × height × width: export it with the channels first.");
        }
        return new Input((int) shape[0], (int) shape[HEIGHT], (int) shape[WIDTH]);
    }

    @Override
    public Input input() {
        return input;
    }

    @Override
    public List<Output> ask(float[] numbers, int images, Preprocessing preprocessing) {
        long[] shape = {images, Picture.CHANNELS, preprocessing.height(), preprocessing.width()};
        try (OnnxTensor batch = OnnxTensor.createTensor(environment, buffer.floats(numbers), shape);
                OrtSession.Result result = session.run(Map.of(name, batch))) {
            List<Output> outputs = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> entry : result) {
                // What is no tensor of floats, such as labels as text, keeps its place and can't be read.
                boolean floats =
                        entry.getValue() instanceof OnnxTensor tensor && tensor.getInfo().type == OnnxJavaType.FLOAT;
                outputs.add(floats ? output(entry.getKey(), (OnnxTensor) entry.getValue()) : none(entry.getKey()));
            }
            return outputs;
        } catch (OrtException e) {
            throw new Problem(file + " can't be asked about pictures of " + preprocessing.width() + " × "
                    + preprocessing.height() + " pixels: " + e.getMessage());
        }
    }

    private static Output output(String name, OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return new Output(name, tensor.getInfo().getShape(), values);
    }

    private static Output none(String name) {
        return new Output(name, new long[0], new float[0]);
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("onnxruntime", environment.getVersion());
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The session of " + file + " can't be closed", e);
        }
    }
}
