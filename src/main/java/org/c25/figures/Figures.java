package org.c25.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.c25.common.Problem;
import org.c25.results.SetResults;
import org.c25.sets.Sets;
import org.springframework.stereotype.Component;

/** All figures, in the order of the page. */
@Component
public class Figures {

    private final Coefficients coefficients;
    private final List<Figure> all;

    /** @param further the figures of higher packages, which stand at the end */
    Figures(SetResults setResults, Sets sets, TrialTimes times, List<Figure> further) {
        this.coefficients = new Coefficients(setResults, sets);
        List<Figure> figures = new ArrayList<>(List.of(
                coefficients,
                new AgreementCurve(),
                new Circumplex(sets),
                new VoteDistribution(),
                new LabelConfusion()));
        Stream.of(PairMeasure.values()).map(PairMatrix::new).forEach(figures::add);
        figures.add(new RaterCountCurve());
        figures.add(new DawidSkeneFigure());
        figures.add(new Drift(times));
        figures.addAll(further);
        this.all = List.copyOf(figures);
    }

    public List<Figure> all() {
        return all;
    }

    public Coefficients coefficients() {
        return coefficients;
    }

    /**
     * Returns the figure of this name.
     *
     * @throws Problem 404 that says which there are
     */
    public Figure require(String name) {
        return all.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("figure; there are "
                        + String.join(", ", all.stream().map(Figure::name).toList())));
    }
}
