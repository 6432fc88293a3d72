package org.c25.models;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.c25.accounts.Caller;
import org.c25.downloads.FileOrder;
import org.c25.results.Selection;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The files of a model, as they can be ordered. */
@Component
class ModelFiles {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Models models;
    private final Sets sets;

    ModelFiles(Models models, Sets sets) {
        this.models = models;
        this.sets = sets;
    }

    /**
     * Returns the order for the file of what a model says of each image.
     *
     * @throws org.c25.common.Problem 404 if there is no such model or set
     */
    FileOrder predictions(Caller caller, long setId, long model) {
        SetView set = sets.require(caller, setId);
        models.require(setId, model);
        String name = PredictionsFile.name(set, model);
        return new FileOrder(
                page(setId, model) + "/predictions.csv",
                name,
                CSV,
                page(setId, model),
                (out, progress) -> write(out, models.predictions(caller, setId, model)::write),
                () -> models.recordExport(caller, setId, name));
    }

    /**
     * Returns the order for the file of a model and each participant.
     *
     * @throws org.c25.common.Problem 404 if there is no such model or set
     */
    FileOrder participants(Caller caller, long setId, long model, Selection selection) {
        SetView set = sets.require(caller, setId);
        models.require(setId, model);
        return new FileOrder(
                page(setId, model) + "/participants.csv?" + selection.query(),
                ParticipantsFile.name(set, model, selection),
                CSV,
                page(setId, model) + (selection.isAll() ? "" : "?" + selection.query()),
                (out, progress) -> {
                    progress.tell("Computing the statistics");
                    write(out, new ParticipantsFile(models.look(caller, setId, model, selection))::write);
                },
                () -> {});
    }

    private static String page(long setId, long model) {
        return "/sets/" + setId + "/results/models/" + model;
    }

    private interface Csv {

        void write(Appendable out) throws IOException;
    }

    private static void write(OutputStream out, Csv csv) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(writer);
        writer.flush();
    }
}
