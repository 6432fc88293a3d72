package org.c25.sets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.affect.AffectNetLabel;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.FoundImages;
import org.c25.images.ImageSource;
import org.c25.images.Picture;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.c25.manifests.Manifest;
import org.c25.manifests.ManifestRow;
import org.jspecify.annotations.Nullable;

/**
 * The checked parts of a new set.
 *
 * @param rows the lines of the manifest, at least one
 * @param pictures the pictures by file name, one for each row; empty if no images were sent
 */
public record SetUpload(List<ManifestRow> rows, Map<String, Picture> pictures) {

    /**
     * Compares the manifest with the images.
     *
     * @throws Problem with everything that is wrong, by line and file
     */
    static SetUpload check(
            Manifest.Reading manifest, @Nullable ImageSource images, Pictures checker, UploadProgress progress) {
        return check(manifest.rows(), manifest.faults(), images, checker, progress);
    }

    /**
     * Numbers the images that were found, from 0 in their order, and checks them.
     *
     * @throws Problem with everything that is wrong, by file
     */
    static SetUpload check(FoundImages found, ImageSource images, Pictures checker, UploadProgress progress) {
        List<ManifestRow> rows = new ArrayList<>();
        FaultList unfit = new FaultList(images.field());
        for (String filename : found.filenames()) {
            if (Manifest.isBare(filename)) {
                rows.add(new ManifestRow(rows.size() + 2L, rows.size(), filename, AffectNetLabel.UNKNOWN));
            } else {
                unfit.add(Fault.inFile(
                        images.field(),
                        filename.replaceAll("\\p{Cntrl}", "?"),
                        "has a name that is too long, or with characters that" + " nobody sees; give it another name"));
            }
        }
        return check(rows, unfit, images, checker, progress);
    }

    private static SetUpload check(
            List<ManifestRow> rows,
            FaultList inNames,
            @Nullable ImageSource images,
            Pictures checker,
            UploadProgress progress) {
        FaultList inImages = new FaultList(images == null ? SentFiles.IMAGES : images.field());
        Map<String, Picture> pictures = new HashMap<>();
        if (images != null) {
            int done = 0;
            for (ManifestRow row : rows) {
                progress.tell("Checking the images", done++, rows.size());
                if (!images.has(row.filename())) {
                    String message = row.filename() + " is not in the " + images.place() + hint(images, row.filename());
                    inNames.add(row.line(), "filename", message);
                    continue;
                }
                try {
                    pictures.put(row.filename(), checker.examine(images.read(row.filename())));
                } catch (UnfitImageException unfit) {
                    inImages.add(Fault.inFile(inImages.field(), row.filename(), String.valueOf(unfit.getMessage())));
                }
            }
        }
        FaultList.refuseIfAny(inNames, inImages);
        return new SetUpload(rows, pictures);
    }

    private static String hint(ImageSource images, String filename) {
        return images.alike(filename)
                .map(name -> "; " + name + " is: write it as it is there")
                .orElse("");
    }
}
