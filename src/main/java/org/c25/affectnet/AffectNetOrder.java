package org.c25.affectnet;

import java.util.List;
import org.c25.common.Problem;
import org.c25.sets.SetKind;
import org.jspecify.annotations.Nullable;

/**
 * An order for a set of AffectNet's images.
 *
 * @param trainingPath the path of Training.csv below the server's folder, or of a folder with annotations
 *     in its place; null if the file itself is sent
 * @param images the folder of images below the server's folder; empty for that folder itself
 * @param margin the width added on each side of the face box, as a share of the box, 0 … 2
 * @param wholePicture whether the whole picture is the face, so that nothing is cut and no row needs a box
 * @param mostUnfit how many images may be passed over because they are unfit, 0 … 500
 * @param models the columns of the predictions that are models; empty for every column that may be one
 * @param excludeSets the sets whose images may not be in the new one
 */
record AffectNetOrder(
        int number,
        SelectionCriteria criteria,
        @Nullable String trainingPath,
        String images,
        double margin,
        boolean wholePicture,
        int mostUnfit,
        List<String> models,
        List<Long> excludeSets) {

    static final double USUAL_MARGIN = 0.2;
    static final int USUAL_UNFIT = 100;
    private static final double WIDEST_MARGIN = 2;
    private static final int MOST_UNFIT = 500;

    /** @throws Problem naming what is out of range */
    AffectNetOrder {
        if (!(margin >= 0 && margin <= WIDEST_MARGIN)) {
            throw Problem.invalid("margin", "a share of the face box, 0 to 2");
        }
        if (mostUnfit < 0 || mostUnfit > MOST_UNFIT) {
            throw Problem.invalid("mostUnfit", "a whole number from 0 to " + MOST_UNFIT);
        }
        models = List.copyOf(models);
        excludeSets = List.copyOf(excludeSets);
    }

    SetKind kind() {
        return criteria.rule() == SelectionRule.RANDOM ? SetKind.RANDOM : SetKind.CONFUSING;
    }
}
