package org.c25.affectnet;

import java.util.List;
import java.util.Map;
import org.c25.affect.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The images chosen for a set.
 *
 * @param chosen the images, in blocks in alphabetical order of the class; file names are in byte order inside a block
 * @param missing by how many images each class falls short; only the classes that do
 * @param unranked how many images could not be ranked, since the models say too little about them
 */
public record ChosenImages(List<Chosen> chosen, Map<Expression, Integer> missing, int unranked) {

    public ChosenImages {
        chosen = List.copyOf(chosen);
        missing = Map.copyOf(missing);
    }

    /**
     * A chosen image.
     *
     * @param score how confusing the image is by the set's rule; null where it was drawn by chance alone
     */
    public record Chosen(TrainingRow row, @Nullable Double score) {}
}
