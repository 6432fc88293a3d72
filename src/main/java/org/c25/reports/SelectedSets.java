package org.c25.reports;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.accounts.Caller;
import org.c25.affect.Expression;
import org.c25.figures.SelectedSet;
import org.c25.results.ImageClass;
import org.c25.results.Results;
import org.c25.results.Selection;
import org.c25.results.SetResults;
import org.c25.studies.Studies;
import org.springframework.stereotype.Component;

/** The sets that callers look at, as far as they may see them. */
@Component
class SelectedSets {

    private final SetResults setResults;
    private final Studies studies;

    SelectedSets(SetResults setResults, Studies studies) {
        this.setResults = setResults;
        this.studies = studies;
    }

    /**
     * Returns a set with the selected answers.
     *
     * @throws org.c25.common.Problem 404 if there is no such set for the caller, 422 if it has no such slot
     */
    SelectedSet of(Caller caller, long setId, Selection selection) {
        Results results = setResults.results(caller, setId, selection);
        return new SelectedSet(caller, studies.require(caller, results.set().studyId()), results.set(), results);
    }

    /** Returns the classes of images to choose from; AffectNet's classes only if it labels any image. */
    static List<ImageClass> classes(Results everything) {
        boolean labelled =
                IntStream.range(0, everything.ratings().images()).anyMatch(image -> everything.affectNet(image) >= 0);
        return Stream.of(ImageClass.Source.values())
                .filter(source -> labelled || source != ImageClass.Source.AFFECTNET)
                .flatMap(source -> Expression.all().stream().map(expression -> new ImageClass(source, expression)))
                .toList();
    }
}
