package org.c25.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a small net that the trainer has trained says of the drawn faces of the complete set: the trainer's
 * {@code predictions.csv} and {@code model.json}, in the folder {@code demonstration} of the resources. Where they are
 * not there, the demonstration has no such model.
 *
 * @param predictions the file of predictions
 * @param card the model's card; null if there is none
 */
record TrainedModel(byte[] predictions, byte @Nullable [] card) {

    static final String NAME = "Small net";
    static final String NOTE = "A small residual net that learned from answers to drawn faces, by bin/train.";

    private static final String FOLDER = "demonstration/";

    /** Returns the model whose files the loader finds; empty if it finds none. */
    static Optional<TrainedModel> in(ClassLoader loader) throws IOException {
        byte[] predictions = bytes(loader, "predictions.csv");
        return predictions == null
                ? Optional.empty()
                : Optional.of(new TrainedModel(predictions, bytes(loader, "model.json")));
    }

    private static byte @Nullable [] bytes(ClassLoader loader, String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(FOLDER + name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    InputStream stream() {
        return new ByteArrayInputStream(predictions);
    }
}
