package org.c25.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SetResults;
import org.c25.sets.Item;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The model raters of the sets. They stand beside the participants and never among them: nothing here writes an answer,
 * and no file and no statistic of the participants reads a model.
 */
@Service
public class Models {

    private static final int NAME_MAX = 100;
    private static final int NOTE_MAX = 1000;

    private final ModelRows rows;
    private final Sets sets;
    private final SetResults setResults;
    private final Audit audit;

    Models(ModelRows rows, Sets sets, SetResults setResults, Audit audit) {
        this.rows = rows;
        this.sets = sets;
        this.setResults = setResults;
        this.audit = audit;
    }

    /**
     * A model that was added.
     *
     * @param of how many images the set has
     */
    public record Added(ModelView model, PredictionsUpload upload, int of) {

        /** Returns what was added, such as {@code 780 of 800 images predicted}. */
        String words() {
            int none = upload.noneOfEight();
            return Numbers.whole(upload.predictions().size()) + " of " + Numbers.count(of, "image") + " predicted"
                    + (none == 0 ? "" : ", " + Numbers.whole(none) + " with none of the eight expressions");
        }
    }

    /**
     * Takes a model's predictions whole, or not at all. It locks the set's row, so that the set's images stay
     * meanwhile, and so that of two models with one name the second finds the first.
     *
     * @throws Problem 404 if there is no such set that the caller may see, 409 if the name is taken, 422 with all that
     *     is wrong, by line and column
     */
    @Transactional
    public Added add(
            Caller caller,
            long setId,
            String name,
            @Nullable String note,
            @Nullable String coding,
            InputStream predictions)
            throws IOException {
        SetView set = sets.requireLocked(caller, setId);
        String called = text("name", name, NAME_MAX);
        if (called.isEmpty()) {
            throw Problem.invalid("name", "is missing");
        }
        String noted = text("note", note == null ? "" : note, NOTE_MAX);
        LabelScheme codes = LabelScheme.of(coding);
        if (rows.has(setId, called)) {
            throw taken(called);
        }
        List<Item> items = sets.items(setId);
        PredictionsUpload upload = UploadedPredictions.read(predictions, items, codes);
        try {
            long id = rows.insert(setId, called, noted, codes, caller.getUsername(), upload);
            audit.record(
                    caller.getUsername(),
                    "model added",
                    "set " + setId,
                    called + ", " + upload.predictions().size() + " of " + set.items() + " images, SHA-256 "
                            + upload.sha256());
            return new Added(require(setId, id), upload, set.items());
        } catch (DuplicateKeyException e) {
            throw taken(called);
        }
    }

    private static String text(String field, String text, int most) {
        String stripped = text.strip();
        if (stripped.length() > most) {
            throw Problem.invalid(
                    field, "at most " + Numbers.whole(most) + " characters, not " + Numbers.whole(stripped.length()));
        }
        return stripped;
    }

    private static Problem taken(String name) {
        return Problem.conflict(
                "The set has a model named " + name + " already. Choose another name, or remove that one first.");
    }

    /**
     * Returns a model.
     *
     * @throws Problem 404 if the set has no such model
     */
    ModelView require(long setId, long id) {
        return rows.find(setId, id).orElseThrow(() -> Problem.notFound("model of the set"));
    }

    /**
     * Returns all models of a set beside its participants.
     *
     * @throws Problem 404 if there is no such set that the caller may see, 422 if the selection doesn't fit it
     */
    ModelsOverview overview(Caller caller, long setId, Selection selection) {
        Results results = setResults.results(caller, setId, selection);
        return ModelsOverview.of(results, rows.of(setId), model -> predictions(results, model));
    }

    /**
     * Returns one model beside the participants.
     *
     * @throws Problem 404 if there is no such model or set, 422 if the selection doesn't fit the set
     */
    Detail look(Caller caller, long setId, long id, Selection selection) {
        Results results = setResults.results(caller, setId, selection);
        ModelView model = require(setId, id);
        return new Detail(model, results, ModelComparison.of(results, predictions(results, model)));
    }

    private RaterSeries predictions(Results results, ModelView model) {
        return rows.predictions(model.id(), sets.items(results.set().id()));
    }

    /**
     * A model beside the participants.
     *
     * @param results the results that the model is held against
     */
    record Detail(ModelView model, Results results, ModelComparison comparison) {}

    /**
     * Returns what a model says of each image, as it is stored.
     *
     * @throws Problem 404 if there is no such model or set
     */
    @Transactional(readOnly = true)
    public PredictionsFile predictions(Caller caller, long setId, long id) {
        sets.require(caller, setId);
        require(setId, id);
        List<Item> items = sets.items(setId);
        return new PredictionsFile(items, rows.predictions(id, items));
    }

    /** Records that a file is handed out. */
    @Transactional
    public void recordExport(Caller caller, long setId, String name) {
        audit.record(caller.getUsername(), "file exported", "set " + setId, name);
    }

    /**
     * Removes a model and returns it.
     *
     * @throws Problem 404 if there is no such model or set
     */
    @Transactional
    public ModelView remove(Caller caller, long setId, long id) {
        sets.requireLocked(caller, setId);
        ModelView model = require(setId, id);
        rows.delete(id);
        audit.record(
                caller.getUsername(), "model removed", "set " + setId, model.name() + ", SHA-256 " + model.sha256());
        return model;
    }
}
