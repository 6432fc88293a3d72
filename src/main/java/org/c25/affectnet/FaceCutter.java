package org.c25.affectnet;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.affectnet.ChosenImages.Chosen;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.Crops;
import org.c25.images.FaceBox;
import org.c25.images.ImageFolder;
import org.c25.images.Picture;
import org.c25.images.PictureSpool;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cuts the faces out of the images that are chosen. An image that is unfit — missing, damaged, of no known kind, with its
 * box outside — is passed over for the next of its class, so that one does not stop hundreds.
 */
@Component
public class FaceCutter {

    private final Crops crops;
    private final Pictures pictures;

    FaceCutter(Crops crops, Pictures pictures) {
        this.crops = crops;
        this.pictures = pictures;
    }

    /**
     * How faces are cut.
     *
     * @param whole whether the whole picture is the face
     * @param margin the share of the box that is added on each side, 0 … 2
     * @param minimumFace the least length of a face's shorter side in pixels; of a whole picture, that of the picture
     * @param mostUnfit how many images may be passed over, 0 …
     */
    public record Cut(boolean whole, double margin, int minimumFace, int mostUnfit) {}

    /**
     * An image that was passed over.
     *
     * @param index its row, from 0
     * @param path its path below the folder of images
     * @param reason in words that follow the path
     */
    public record Unfit(int index, String path, String reason) {}

    /**
     * The images that were chosen and cut.
     *
     * @param pictures by file name
     * @param unfit the images that were passed over, in the order in which they were met
     */
    public record Faces(ChosenImages choice, Map<String, Picture> pictures, List<Unfit> unfit) {}

    /**
     * Chooses images and cuts their faces out.
     *
     * @param spool the folder on disk that holds the crops until they are stored, so that a large set fits in memory
     * @throws Problem naming each image that is unfit, if there are more than may be passed over, or if none is left
     */
    public Faces choose(Candidates candidates, ImageFolder images, Cut cut, PictureSpool spool, UploadProgress progress)
            throws IOException {
        Map<String, Picture> faces = new HashMap<>();
        List<Unfit> unfit = new ArrayList<>();
        FaultList faults = new FaultList("images");
        Set<Integer> leftOut = new HashSet<>();
        while (true) {
            ChosenImages choice = candidates.choose(leftOut);
            if (choice.chosen().isEmpty() && !unfit.isEmpty()) {
                throw refused("no image is left: none of those tried can be taken", faults);
            }
            for (Chosen one : choice.chosen()) {
                TrainingRow row = one.row();
                progress.tell(
                        "Cropping the faces", faces.size(), choice.chosen().size());
                if (faces.containsKey(row.filename())) {
                    continue;
                }
                try {
                    byte[] face = face(row, images, cut);
                    Picture picture = pictures.examine(face);
                    refuseSmall(row, picture, cut);
                    spool.keep(picture, face);
                    faces.put(row.filename(), picture);
                } catch (UnfitImageException reason) {
                    String message = String.valueOf(reason.getMessage());
                    unfit.add(new Unfit(row.index(), row.path(), message));
                    faults.add(new Fault(
                            "images",
                            row.path(),
                            (long) row.line(),
                            null,
                            message + " (row " + row.index() + ", counted from 0)"));
                    leftOut.add(row.index());
                    refuseTooMany(faults, cut);
                }
            }
            if (choice.chosen().stream()
                    .noneMatch(one -> leftOut.contains(one.row().index()))) {
                return new Faces(choice, faces, List.copyOf(unfit));
            }
        }
    }

    private byte[] face(TrainingRow row, ImageFolder images, Cut cut) throws UnfitImageException {
        byte[] bytes = images.read(row.path());
        @Nullable FaceBox box = row.box();
        return cut.whole() || box == null
                ? crops.whole(bytes)
                : crops.cut(bytes, new Rectangle(box.x(), box.y(), box.width(), box.height()), cut.margin());
    }

    private static void refuseSmall(TrainingRow row, Picture picture, Cut cut) throws UnfitImageException {
        int side = Math.min(picture.width(), picture.height());
        if (row.box() == null && side < cut.minimumFace()) {
            throw new UnfitImageException("is smaller than the least face: its shorter side has " + side + " pixels");
        }
    }

    private static void refuseTooMany(FaultList faults, Cut cut) {
        if (faults.count() > cut.mostUnfit()) {
            throw refused(
                    "more images are unfit than the " + Numbers.whole(cut.mostUnfit()) + " that may be passed over",
                    faults);
        }
    }

    private static Problem refused(String message, FaultList faults) {
        List<Fault> all = new ArrayList<>();
        all.add(Fault.inField("mostUnfit", message));
        all.addAll(faults.told());
        return Problem.invalid(all);
    }
}
