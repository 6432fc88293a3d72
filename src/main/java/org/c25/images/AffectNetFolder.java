package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of this server below which staff may name AffectNet's files, and nothing outside of it. */
@Component
public class AffectNetFolder {

    static final String SETTING = "c25.affectnet.root";

    private final RootFolder root;
    private final Pictures pictures;

    AffectNetFolder(@Value("${" + SETTING + ":}") String root, Pictures pictures) {
        this.root = new RootFolder(SETTING, root);
        this.pictures = pictures;
    }

    public boolean isConfigured() {
        return root.isConfigured();
    }

    /**
     * Opens a file below the folder.
     *
     * @param field the request's field the path came in, for messages
     * @throws Problem if there is no such file below the folder, or no folder is set
     */
    public InputStream open(String field, String path) throws IOException {
        return Files.newInputStream(root.file(field, path));
    }

    /**
     * Returns a folder of images below the folder.
     *
     * @param path the path of the folder of images, empty for the folder itself
     * @throws Problem if there is no such folder below the folder, or no folder is set
     */
    public ImageFolder images(String field, String path) throws IOException {
        return new ImageFolder(root.folder(field, path), pictures);
    }

    /** Whether a path leads to a folder below the folder. */
    public boolean isFolder(@Nullable String path) throws IOException {
        return root.isFolder(path);
    }
}
