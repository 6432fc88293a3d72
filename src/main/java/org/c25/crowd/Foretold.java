package org.c25.crowd;

import java.util.ArrayList;
import java.util.List;

/**
 * Soft labels beside answers that they were not made of: each pair holds what a model foretells of an image, and what a
 * person then said of it. {@link Calibration} says how well the two fit.
 */
public final class Foretold {

    /** In how many parts the raters are left out. */
    public static final int PARTS = 5;

    private final List<double[]> labels = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();

    /**
     * Leaves raters out, a fifth of them at a time (each alone where there are no more than five), estimates the model
     * from the others, and holds it against what those answered who were left out.
     */
    public static Foretold byLeavingRatersOut(LabelModel model, CrowdAnswers answers, long seed) {
        int parts = Math.min(PARTS, answers.raters());
        Foretold all = new Foretold();
        for (int left = 0; left < parts; left++) {
            int part = left;
            SoftLabels others = model.of(answers.only(answer -> answers.rater(answer) % parts != part), seed)
                    .labels();
            for (int answer = 0; answer < answers.size(); answer++) {
                if (answers.rater(answer) % parts == part) {
                    all.add(others, answers.image(answer), answers.category(answer));
                }
            }
        }
        return all;
    }

    /** Adds an answer; it is left out where the labels say nothing of the image. */
    public void add(SoftLabels foretold, int image, int category) {
        if (foretold.isAnswered(image)) {
            labels.add(foretold.probabilities()[image]);
            answers.add(category);
        }
    }

    int size() {
        return labels.size();
    }

    double[] label(int pair) {
        return labels.get(pair);
    }

    int answer(int pair) {
        return answers.get(pair);
    }
}
