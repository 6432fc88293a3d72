package org.c25.trainer.learning;

import java.util.List;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.PictureFolder;
import org.c25.trainer.pictures.Pictures;
import org.c25.trainer.pictures.Preprocessing;

/** The pictures of a set in the size of the network's input, in memory: four bytes a pixel. */
public final class Faces {

    private final Preprocessing preprocessing;
    private final List<Picture> pictures;

    private Faces(Preprocessing preprocessing, List<Picture> pictures) {
        this.preprocessing = preprocessing;
        this.pictures = pictures;
    }

    /**
     * Reads the pictures of these names from a folder.
     *
     * @throws org.c25.trainer.Problem if one is missing or damaged
     */
    public static Faces read(PictureFolder folder, List<String> names, Preprocessing preprocessing) {
        // One after the other gets its size: whole, all of them would need a hundred times the memory.
        return new Faces(
                preprocessing,
                names.stream()
                        .map(name -> sized(Pictures.read(folder.file(name)), preprocessing))
                        .toList());
    }

    public static Faces of(List<Picture> pictures, Preprocessing preprocessing) {
        return new Faces(
                preprocessing,
                pictures.stream().map(one -> sized(one, preprocessing)).toList());
    }

    private static Picture sized(Picture picture, Preprocessing preprocessing) {
        return preprocessing.resize().to(preprocessing.width(), preprocessing.height(), picture);
    }

    public int count() {
        return pictures.size();
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** Writes a face into a batch, mirrored left to right or not. */
    public void into(float[] batch, int place, int image, boolean mirrored) {
        int from = place * preprocessing.numbers();
        preprocessing.into(batch, from, pictures.get(image));
        if (mirrored) {
            mirror(batch, from);
        }
    }

    private void mirror(float[] batch, int from) {
        int width = preprocessing.width();
        for (int row = from; row < from + preprocessing.numbers(); row += width) {
            for (int x = 0; x < width / 2; x++) {
                float left = batch[row + x];
                batch[row + x] = batch[row + width - 1 - x];
                batch[row + width - 1 - x] = left;
            }
        }
    }
}
