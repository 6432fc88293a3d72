package org.c25.ratermodels;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.ImageVotes;
import org.c25.crowd.CrowdAnswers;
import org.c25.crowd.LabelEstimate;
import org.c25.crowd.LabelModel;
import org.c25.crowd.LeavingImagesOut;
import org.c25.ratings.Ratings;
import org.c25.results.Results;

/**
 * What a model of the expression says of a set.
 *
 * @param intervals of the reliability of each rater, in the order of the estimate
 * @param votes of each image, in the order of the ratings
 * @param differing the images, counted from 0, whose label is not the majority
 */
public record LabelFit(
        LabelModel model,
        LabelEstimate estimate,
        List<LeavingImagesOut.Interval> intervals,
        List<ImageVotes> votes,
        List<Integer> differing) {

    static LabelFit of(LabelModel model, Ratings ratings) {
        CrowdAnswers all = CrowdAnswers.of(ratings, Dimension.EXPRESSION);
        CrowdAnswers answers = all.comparable();
        LabelEstimate estimate = model.of(answers, Results.SEED).ofThose(answers.areCompared());
        List<ImageVotes> votes = all.votes();
        return new LabelFit(
                model,
                estimate,
                LeavingImagesOut.intervals(model, estimate, answers, Results.SEED),
                votes,
                estimate.labels().differing(answers.votes()));
    }
}
