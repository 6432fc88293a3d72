package org.c25.models;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.predictions.ModelView;
import org.c25.predictions.Models;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SetResults;
import org.c25.sets.Item;
import org.c25.sets.Sets;
import org.springframework.stereotype.Service;

/** Holds the models of a set against its participants and against each other. */
@Service
public class ModelComparisons {

    private final Models models;
    private final Sets sets;
    private final SetResults setResults;

    ModelComparisons(Models models, Sets sets, SetResults setResults) {
        this.models = models;
        this.sets = sets;
        this.setResults = setResults;
    }

    /**
     * Returns all models of a set beside its participants.
     *
     * @throws Problem 404 if there is no such set that the caller may see, 422 if the selection doesn't fit it
     */
    ModelsOverview overview(Caller caller, long setId, Selection selection) {
        Results results = setResults.results(caller, setId, selection);
        List<Item> items = sets.items(setId);
        return ModelsOverview.of(results, models.of(setId), model -> models.predictions(model, items));
    }

    /**
     * Returns one model beside the participants.
     *
     * @param heldOut whether only those images count on which the model was not trained
     * @throws Problem 404 if there is no such model or set, 422 if the selection doesn't fit the set, or if it is not
     *     known on which images the model was trained
     */
    ModelDetail look(Caller caller, long setId, long id, Selection selection, boolean heldOut) {
        Results results = setResults.results(caller, setId, selection);
        ModelView model = models.require(setId, id);
        checkHeldOut(heldOut, List.of(model));
        return ModelDetail.of(
                model, models.card(model).orElse(null), results, models.predictions(model, sets.items(setId)), heldOut);
    }

    private static void checkHeldOut(boolean heldOut, List<ModelView> models) {
        models.stream()
                .filter(model -> heldOut && !model.hasSplit())
                .findFirst()
                .ifPresent(model -> {
                    throw Problem.invalid(
                            "heldOut",
                            "needs to know on which images each model was trained, and nobody knows it of "
                                    + model.name());
                });
    }

    /**
     * Returns several models side by side.
     *
     * @throws Problem 404 if there is no such set or model, 422 if the selection doesn't fit the set, or if it is not
     *     known of each on which images it was trained
     */
    ComparedModels compare(Caller caller, long setId, ComparedQuery query) {
        Results results = setResults.results(caller, setId, query.selection());
        List<ModelView> chosen = chosen(setId, query);
        List<Item> items = sets.items(setId);
        return ComparedModels.of(
                results,
                chosen.stream()
                        .map(model -> new ComparedModels.Said(model, models.predictions(model, items)))
                        .toList(),
                query.heldOut());
    }

    /**
     * Returns the comparison of all models of a set as tables, without a caller's choice; none if the set has no model.
     *
     * @throws Problem 404 if there is no such set that the caller may see
     */
    public List<ModelTable> tables(Caller caller, long setId) {
        if (models.of(setId).isEmpty()) {
            return List.of();
        }
        ModelTables tables =
                new ModelTables(compare(caller, setId, new ComparedQuery(List.of(), Selection.ALL, false)));
        return List.of(tables.figures(), tables.differences());
    }

    /**
     * Returns the models that a query means, by name.
     *
     * @throws Problem 404 if the set has no such model, 422 if it is not known of each on which images it was trained
     */
    List<ModelView> chosen(long setId, ComparedQuery query) {
        query.models().forEach(id -> models.require(setId, id));
        List<ModelView> chosen = models.of(setId).stream()
                .filter(model -> query.models().isEmpty() || query.models().contains(model.id()))
                .toList();
        checkHeldOut(query.heldOut(), chosen);
        return chosen;
    }
}
