package org.c25.trainer.outcome;

import java.util.List;
import java.util.Map;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.measures.NoiseCeiling;

/**
 * Several ways of learning, several seeds each, on the same images and the same split.
 *
 * @param title such as the name of the folder of labels
 * @param reference what the networks are held against: {@link #PEOPLE} or {@link #TRUTH}
 * @param answers all answers, those to the test images among them
 * @param train the images that were learned from
 * @param test the images that were held out
 * @param splitBy {@code image} or {@code person}
 * @param ceilings what people themselves reach on the test images
 * @param outcomes all runs, in the order of the ways and then of the seeds
 */
public record Study(
        String title,
        String reference,
        Answers answers,
        List<Integer> train,
        List<Integer> test,
        String splitBy,
        Map<Dimension, NoiseCeiling> ceilings,
        List<Outcome> outcomes) {

    public static final String PEOPLE = "the people's majority and mean";
    public static final String TRUTH = "the truth";

    /** Returns how many answers a training image has, on average. */
    public double ratingsAnImage(Dimension dimension) {
        return train.stream()
                .mapToInt(image -> answers.count(dimension, image))
                .average()
                .orElse(Double.NaN);
    }

    /** Returns the runs of one way of learning, a seed each. */
    public List<Outcome> of(String method) {
        return outcomes.stream()
                .filter(one -> one.settings().method().equals(method))
                .toList();
    }

    public List<String> methods() {
        return outcomes.stream().map(one -> one.settings().method()).distinct().toList();
    }
}
