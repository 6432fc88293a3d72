package org.c25.trainer.learning;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.Problem;
import org.c25.trainer.Sha256;
import org.c25.trainer.pictures.Faults;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.PictureFolder;
import org.c25.trainer.pictures.Pictures;
import org.c25.trainer.pictures.Preprocessing;

/** The pictures of a set in the size of the network's input, in memory: four bytes a pixel. */
public final class Faces {

    private final Preprocessing preprocessing;
    private final List<Picture> pictures;
    private final List<String> hashes;

    private Faces(Preprocessing preprocessing, List<Picture> pictures, List<String> hashes) {
        this.preprocessing = preprocessing;
        this.pictures = pictures;
        this.hashes = hashes;
    }

    /**
     * Reads the pictures of these names from a folder.
     *
     * @throws Problem with all that are missing or damaged, up to {@value Faults#MOST}
     */
    public static Faces read(PictureFolder folder, List<String> names, Preprocessing preprocessing) {
        List<Picture> pictures = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        Faults faults = new Faults();
        // One after the other gets its size: whole, all of them would need a hundred times the memory.
        for (String name : names) {
            faults.gather(() -> {
                Path file = folder.file(name);
                pictures.add(sized(Pictures.read(file), preprocessing));
                hashes.add(Sha256.of(file));
            });
        }
        faults.raise();
        return new Faces(preprocessing, pictures, hashes);
    }

    /** Takes pictures that have no files, such as drawn ones. */
    public static Faces of(List<Picture> pictures, Preprocessing preprocessing) {
        return new Faces(
                preprocessing,
                pictures.stream().map(one -> sized(one, preprocessing)).toList(),
                pictures.stream().map(Faces::hash).toList());
    }

    private static String hash(Picture picture) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (2 + picture.rgb().length));
        bytes.putInt(picture.width()).putInt(picture.height());
        bytes.asIntBuffer().put(picture.rgb());
        return Sha256.of(bytes.array());
    }

    /** Returns the SHA-256 of each picture: of its file's bytes, or of its pixels where it has no file. */
    public List<String> hashes() {
        return hashes;
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
