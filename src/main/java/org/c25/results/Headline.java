package org.c25.results;

import java.util.List;
import org.c25.agreement.AgreementStatistics;

/** One of the few figures at the top of the page, which are there at once. */
record Headline(String title, String value) {

    static List<Headline> of(AgreementStatistics statistics) {
        return List.of(
                new Headline("Participants", Scale.words(statistics.participants())),
                new Headline("Images", Scale.words(statistics.images())),
                new Headline(
                        "Fleiss' κ, expression",
                        Words.number(statistics.expression().fleissKappa().value(), 3)),
                new Headline(
                        "Krippendorff's α, valence",
                        Words.number(statistics.valence().krippendorffAlphaInterval(), 3)),
                new Headline(
                        "Krippendorff's α, arousal",
                        Words.number(statistics.arousal().krippendorffAlphaInterval(), 3)),
                new Headline(
                        "Tied majority votes",
                        Scale.words(statistics.expression().votes().ties())));
    }
}
