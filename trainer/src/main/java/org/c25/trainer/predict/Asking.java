package org.c25.trainer.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.Faults;
import org.c25.trainer.pictures.Picture;

/** Asks a network about all images of a set, batch by batch. */
final class Asking {

    private final LoadedModel model;
    private final PictureSource source;
    private final int batch;
    private final int asked;
    private final Faults faults = new Faults();

    /** @param batch how many images are asked about at once, unless the network states its own number */
    Asking(LoadedModel model, PictureSource source, int batch) {
        int stated = model.net().input().batch();
        this.model = model;
        this.source = source;
        this.batch = stated == Net.ANY ? batch : stated;
        this.asked = stated;
    }

    /**
     * Returns what the network says of each image, in their order.
     *
     * @return empty if it was stopped
     * @throws Problem with all pictures that can't be read, or with the first image that the network can't be asked about
     */
    Optional<List<Prediction>> about(List<Item> items, Progress progress) {
        List<Prediction> predictions = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += batch) {
            if (progress.isStopped()) {
                return Optional.empty();
            }
            predictions.addAll(some(items.subList(from, Math.min(items.size(), from + batch))));
            progress.tell(Math.min(items.size(), from + batch), items.size());
        }
        faults.raise();
        return Optional.of(predictions);
    }

    private List<Prediction> some(List<Item> items) {
        int images = asked == Net.ANY ? items.size() : asked;
        float[] numbers = new float[images * model.preprocessing().numbers()];
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            faults.gather(() -> {
                Picture picture = source.read(items.get(place));
                model.preprocessing()
                        .into(numbers, place * model.preprocessing().numbers(), picture);
            });
        }
        // Once a picture can't be read nothing is written: the others are read only to tell all faults at once.
        return faults.isEmpty()
                ? said(items, model.net().ask(numbers, images, model.preprocessing()), images)
                : List.of();
    }

    private List<Prediction> said(List<Item> items, List<Output> outputs, int images) {
        List<Prediction> predictions = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            try {
                predictions.add(new Prediction(items.get(i), model.readout().of(outputs, images, i)));
            } catch (Problem fault) {
                throw new Problem(items.get(i).filename() + ": " + fault.getMessage());
            }
        }
        return predictions;
    }
}
