package org.c25.affectnet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of how a set was chosen from AffectNet. With the same two files, and the sets whose images were left out,
 * it is enough to choose the same set again.
 *
 * @param trainingSha256 the hash of Training.csv as it was read
 * @param predictionsSha256 the hash of the models' predictions; null for a set that was drawn by chance alone
 */
public record AffectNetSource(
        SelectionRule rule,
        long seed,
        String trainingSha256,
        @Nullable String predictionsSha256,
        Parameters parameters) {

    /**
     * The parameters on which the choice and the crops also depend, and how the choice came out.
     *
     * @param classes the English names of the classes, in alphabetical order
     * @param excludeSets the sets whose images were left out
     * @param margin the width added around the face box, as a share of the box
     * @param trainingPath the path of Training.csv below the server's folder; null if the file was uploaded
     * @param images the folder of images, below the server's folder
     * @param rows how many rows Training.csv has
     * @param missing by how many images each class falls short
     * @param unranked how many images the models say too little about
     * @param wholePicture whether the whole picture is the face, so that nothing was cut
     * @param models the columns of the predictions that were read as models
     * @param unfit the images that were passed over, each for the next of its class
     */
    public record Parameters(
            int perClass,
            List<String> classes,
            int minimumFace,
            List<Long> excludeSets,
            double margin,
            @Nullable String trainingPath,
            String images,
            int rows,
            Map<String, Integer> missing,
            int unranked,
            boolean wholePicture,
            List<String> models,
            List<FaceCutter.Unfit> unfit) {

        /** Sets of earlier versions don't tell the last three. */
        public Parameters {
            models = models == null ? List.of() : List.copyOf(models);
            unfit = unfit == null ? List.of() : List.copyOf(unfit);
        }
    }
}
