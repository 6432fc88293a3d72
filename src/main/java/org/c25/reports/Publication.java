package org.c25.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.agreement.Coefficient;
import org.c25.figures.CoefficientColumn;
import org.c25.figures.Figure;
import org.c25.figures.Figures;
import org.c25.figures.SelectedSet;
import org.c25.planning.SetReliability;
import org.c25.results.Selection;
import org.c25.sets.SetView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a set's results that are published with its data. They are computed from all answers, and from this set
 * alone, so that the same data give the same results.
 */
@Component
public class Publication {

    /**
     * The greatest number of images for which there are figures and resampled intervals: for more, these would take
     * more memory than the data themselves.
     */
    static final int MOST_IMAGES = 50_000;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SelectedSets views;
    private final Figures figures;
    private final SetReliability reliabilities;

    Publication(SelectedSets views, Figures figures, SetReliability reliabilities) {
        this.reliabilities = reliabilities;
        this.views = views;
        this.figures = figures;
    }

    /**
     * A figure as a file.
     *
     * @param filename such as {@code circumplex_set1_C25.svg}
     * @param about what the figure shows, in a sentence or two
     */
    public record Illustration(String filename, String about, String svg) {}

    /**
     * Whether there is more to be published of a set than its statistics: it has no more than {@value #MOST_IMAGES}
     * images.
     */
    public boolean isWhole(SetView set) {
        return set.items() <= MOST_IMAGES;
    }

    /**
     * Returns the figures of a set as files.
     *
     * @param labels whether figures may show AffectNet's own labels
     */
    public List<Illustration> figures(Caller caller, long setId, boolean labels) {
        SelectedSet view = views.of(caller, setId, Selection.ALL);
        List<Illustration> illustrations = new ArrayList<>();
        for (Figure figure : figures.all()) {
            if (labels || !figure.tellsLabels()) {
                illustrations.add(new Illustration(
                        view.filename(figure.name(), "svg"),
                        figure.about(),
                        figure.alone(view).svg()));
            }
        }
        return illustrations;
    }

    /** Returns every coefficient with its interval. */
    public List<Coefficient> coefficients(Caller caller, long setId) {
        return CoefficientColumn.of(views.of(caller, setId, Selection.ALL)).coefficients();
    }

    /**
     * Returns the results with the names of the API, as JSON.
     *
     * @param further what stands below the results, by its name
     */
    public String json(Caller caller, long setId, Map<String, ?> further) {
        SelectedSet view = views.of(caller, setId, Selection.ALL);
        ObjectNode results = JSON.valueToTree(ResultsView.of(CoefficientColumn.of(view), reliabilities));
        further.forEach(results::putPOJO);
        return JSON.writeValueAsString(results) + "\n";
    }
}
