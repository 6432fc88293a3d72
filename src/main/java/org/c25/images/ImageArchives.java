package org.c25.images;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Opens archives of images under this server's limits. */
@Component
public class ImageArchives {

    private final ImageSettings settings;
    private final Pictures pictures;

    ImageArchives(ImageSettings settings, Pictures pictures) {
        this.settings = settings;
        this.pictures = pictures;
    }

    /**
     * Opens a file as an archive.
     *
     * @param field the request's field the archive came in, for messages
     * @throws org.c25.common.Problem if the file is not a ZIP
     */
    public ImageArchive open(String field, Path file) throws IOException {
        return ImageArchive.open(field, file, pictures, settings.maxArchive().toBytes());
    }
}
