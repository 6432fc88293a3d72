package org.c25.sets;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.common.UploadProgress;
import org.c25.images.ImageArchive;
import org.c25.images.Picture;
import org.c25.images.Pictures;
import org.c25.images.UnfitImageException;
import org.jspecify.annotations.Nullable;

/**
 * The checked parts of a new set.
 *
 * @param rows the lines of the manifest, at least one
 * @param pictures the pictures by file name, one for each row; empty if no images were sent
 */
public record SetUpload(List<ManifestRow> rows, Map<String, Picture> pictures) {

    /**
     * Compares the manifest with the archive.
     *
     * @throws Problem with everything that is wrong, by line and file
     */
    static SetUpload check(
            Manifest.Reading manifest, @Nullable ImageArchive archive, Pictures checker, UploadProgress progress)
            throws IOException {
        FaultList inManifest = manifest.faults();
        FaultList inImages = new FaultList("images");
        Map<String, Picture> pictures = new HashMap<>();
        if (archive != null) {
            int done = 0;
            for (ManifestRow row : manifest.rows()) {
                progress.tell("Checking the images", done++, manifest.rows().size());
                if (!archive.has(row.filename())) {
                    String message = row.filename() + " is not in the archive" + hint(archive, row.filename());
                    inManifest.add(row.line(), "filename", message);
                    continue;
                }
                try {
                    pictures.put(row.filename(), checker.examine(archive.read(row.filename())));
                } catch (UnfitImageException unfit) {
                    inImages.add(Fault.inFile("images", row.filename(), String.valueOf(unfit.getMessage())));
                }
            }
        }
        FaultList.refuseIfAny(inManifest, inImages);
        return new SetUpload(manifest.rows(), pictures);
    }

    private static String hint(ImageArchive archive, String filename) {
        return archive.alike(filename)
                .map(name -> "; " + name + " is: write it as it is there")
                .orElse("");
    }
}
