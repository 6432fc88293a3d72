package org.c25.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.c25.agreement.Agreement;
import org.c25.sets.Sets;
import org.c25.web.Problem;
import org.springframework.stereotype.Component;

/** All figures, in the order of the page. */
@Component
class Figures {

    private final Coefficients coefficients;
    private final List<Figure> all;

    Figures(Agreement agreement, Sets sets, TrialTimes times) {
        this.coefficients = new Coefficients(agreement, sets);
        List<Figure> figures = new ArrayList<>(List.of(
                coefficients,
                new AgreementCurve(),
                new Circumplex(sets),
                new VoteDistribution(),
                new LabelConfusion()));
        Stream.of(PairMeasure.values()).map(PairMatrix::new).forEach(figures::add);
        figures.add(new EnoughRaters());
        figures.add(new DawidSkeneFigure());
        figures.add(new Drift(times));
        this.all = List.copyOf(figures);
    }

    List<Figure> all() {
        return all;
    }

    Coefficients coefficients() {
        return coefficients;
    }

    /** @throws Problem 404 that says which there are */
    Figure require(String name) {
        return all.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("figure; there are "
                        + String.join(", ", all.stream().map(Figure::name).toList())));
    }
}
