package org.c25.trainer.predict;

import java.util.Locale;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.FaceBoxes;
import org.c25.trainer.pictures.Picture;
import org.c25.trainer.pictures.PictureFolder;
import org.c25.trainer.pictures.Pictures;
import org.jspecify.annotations.Nullable;

/**
 * Where the pictures come from.
 *
 * @param boxes the face boxes to which they are cropped; null to take them whole
 * @param margin the share of a box's width and height that is added on each side
 */
record PictureSource(PictureFolder folder, @Nullable FaceBoxes boxes, double margin) {

    /** @throws Problem if the picture is missing, damaged, or has no face box */
    Picture read(Item item) {
        return boxes == null
                ? Pictures.read(folder.file(item.filename()))
                : Pictures.read(folder.file(item.filename()), boxes.of(item.filename()), margin);
    }

    /** Returns which part of the pictures is taken, in words. */
    String crop() {
        return boxes == null ? "none" : String.format(Locale.ROOT, "face box with margin %s", margin);
    }
}
