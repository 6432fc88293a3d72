package org.c25.models;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.c25.accounts.Caller;
import org.c25.downloads.FileOrder;
import org.c25.predictions.ModelCard;
import org.c25.predictions.Models;
import org.c25.predictions.PredictionsFile;
import org.c25.results.Selection;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The files of a model, as they can be ordered. */
@Component
class ModelFiles {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private final Models models;
    private final ModelComparisons comparisons;
    private final Sets sets;

    ModelFiles(Models models, ModelComparisons comparisons, Sets sets) {
        this.models = models;
        this.comparisons = comparisons;
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
    FileOrder participants(Caller caller, long setId, long model, Selection selection, boolean heldOut) {
        ComparedQuery query = new ComparedQuery(List.of(), selection, heldOut);
        SetView set = sets.require(caller, setId);
        comparisons.chosen(setId, new ComparedQuery(List.of(model), selection, heldOut));
        return new FileOrder(
                page(setId, model) + "/participants.csv" + query.text(),
                ParticipantsFile.name(set, model, query.suffix()),
                CSV,
                page(setId, model) + query.text(),
                (out, progress) -> {
                    progress.tell("Computing the statistics");
                    write(out, new ParticipantsFile(comparisons.look(caller, setId, model, selection, heldOut))::write);
                },
                () -> {});
    }

    /**
     * Returns the order for the card of a model.
     *
     * @throws org.c25.common.Problem 404 if there is no such model or set, or the model has no card
     */
    FileOrder card(Caller caller, long setId, long model) {
        SetView set = sets.require(caller, setId);
        ModelCard card = models.card(caller, setId, model);
        String name = "model" + model + "_set" + set.number() + "_" + ModelCard.FILE;
        return new FileOrder(
                page(setId, model) + "/" + ModelCard.FILE,
                name,
                JSON,
                page(setId, model),
                (out, progress) -> out.write(card.content().getBytes(StandardCharsets.UTF_8)),
                () -> models.recordExport(caller, setId, name));
    }

    /**
     * Returns the order for the table of the figures of several models.
     *
     * @throws org.c25.common.Problem 404 or 422 as {@link ModelComparisons#compare}
     */
    FileOrder figures(Caller caller, SetView set, ComparedQuery query) {
        return compared(caller, set, query, "comparison", ModelTables::figures);
    }

    /**
     * Returns the order for the table of the differences of several models.
     *
     * @throws org.c25.common.Problem 404 or 422 as {@link ModelComparisons#compare}
     */
    FileOrder differences(Caller caller, SetView set, ComparedQuery query) {
        return compared(caller, set, query, "differences", ModelTables::differences);
    }

    private FileOrder compared(
            Caller caller, SetView set, ComparedQuery query, String name, Function<ModelTables, ModelTable> which) {
        comparisons.chosen(set.id(), query);
        String page = "/sets/" + set.id() + "/results/models/";
        return new FileOrder(
                page + name + ".csv" + query.text(),
                "models_set" + set.number() + "_" + name + query.suffix() + ".csv",
                CSV,
                page + "comparison" + query.text(),
                (out, progress) -> {
                    progress.tell("Computing the statistics");
                    write(out, which.apply(new ModelTables(comparisons.compare(caller, set.id(), query)))::write);
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
