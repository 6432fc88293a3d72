package org.c25.predictions;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Numbers;
import org.c25.common.Problem;
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
    private final PredictionRows predictions;
    private final Audit audit;

    Models(ModelRows rows, PredictionRows predictions, Sets sets, Audit audit) {
        this.rows = rows;
        this.predictions = predictions;
        this.sets = sets;
        this.audit = audit;
    }

    /**
     * A model that was added.
     *
     * @param of how many images the set has
     */
    public record Added(ModelView model, PredictionsUpload upload, int of) {

        /** Returns what was added, such as {@code 780 of 800 images predicted}. */
        public String words() {
            int none = upload.noneOfEight();
            return Numbers.whole(upload.predictions().size()) + " of " + Numbers.count(of, "image") + " predicted"
                    + (none == 0 ? "" : ", " + Numbers.whole(none) + " with none of the eight expressions");
        }
    }

    /**
     * Takes a model's predictions whole, or not at all. It locks the set's row, so that the set's images stay
     * meanwhile, and so that of two models with one name the second finds the first.
     *
     * @param card the model's card, JSON as the trainer writes it; null if there is none
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
            InputStream said,
            byte @Nullable [] card)
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
        PredictionsUpload read = UploadedPredictions.read(said, items, codes);
        ModelCard made = card == null ? null : ModelCard.sent(card, read.sha256());
        PredictionsUpload upload = made == null ? read : made.mark(read);
        try {
            long id = rows.insert(setId, called, noted, codes, caller.getUsername(), upload, made);
            audit.record(
                    caller.getUsername(),
                    "model added",
                    "set " + setId,
                    called + ", " + upload.predictions().size() + " of " + set.items() + " images, SHA-256 "
                            + upload.sha256() + (made == null ? "" : ", card " + made.sha256()));
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

    /** Returns the models of a set, by name. */
    public List<ModelView> of(long setId) {
        return rows.of(setId);
    }

    /**
     * Returns a model.
     *
     * @throws Problem 404 if the set has no such model
     */
    public ModelView require(long setId, long id) {
        return rows.find(setId, id).orElseThrow(() -> Problem.notFound("model of the set"));
    }

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
        return new PredictionsFile(predictions.of(id, items));
    }

    /**
     * Returns the card of a model.
     *
     * @throws Problem 404 if there is no such model or set, or the model has no card
     */
    public ModelCard card(Caller caller, long setId, long id) {
        sets.require(caller, setId);
        require(setId, id);
        return rows.card(id).orElseThrow(() -> Problem.notFound("model card"));
    }

    /** Returns the card of a model of a set that the caller may see; empty if it has none. */
    public Optional<ModelCard> card(ModelView model) {
        return model.card() == null ? Optional.empty() : rows.card(model.id());
    }

    /** Returns what a model of a set that the caller may see says of the set's items. */
    public ModelPredictions predictions(ModelView model, List<Item> items) {
        return predictions.of(model.id(), items);
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
