package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of this server below which staff may name AffectNet's files. No path leads out of it, not by symbolic
 * links either; a path that leads outside is refused in the same words as one that leads nowhere.
 */
@Component
public class AffectNetFolder {

    static final String SETTING = "c25.affectnet.root";

    private final @Nullable Path root;
    private final Pictures pictures;

    AffectNetFolder(@Value("${" + SETTING + ":}") String root, Pictures pictures) {
        this.root = root.isBlank() ? null : Path.of(root.strip());
        this.pictures = pictures;
    }

    public boolean isConfigured() {
        return root != null;
    }

    /**
     * Opens a file below the folder.
     *
     * @param field the request's field the path came in, for messages
     * @throws Problem if there is no such file below the folder, or no folder is set
     */
    public InputStream open(String field, String path) throws IOException {
        Path file = below(root(field), path);
        if (file == null || !Files.isRegularFile(file)) {
            throw Problem.invalid(field, "there is no file " + path + " below the folder of " + SETTING);
        }
        return Files.newInputStream(file);
    }

    /**
     * Returns a folder of images below the folder.
     *
     * @param path the path of the folder of images, empty for the folder itself
     * @throws Problem if there is no such folder below the folder, or no folder is set
     */
    public ImageFolder images(String field, String path) throws IOException {
        Path folder = below(root(field), path);
        if (folder == null || !Files.isDirectory(folder)) {
            throw Problem.invalid(field, "there is no folder " + path + " below the folder of " + SETTING);
        }
        return new ImageFolder(folder, pictures);
    }

    /** Whether a path leads to a folder below the folder. */
    public boolean isFolder(@Nullable String path) throws IOException {
        if (path == null || root == null || !Files.isDirectory(root)) {
            return false;
        }
        Path named = below(root.toRealPath(), path);
        return named != null && Files.isDirectory(named);
    }

    private Path root(String field) throws IOException {
        if (root == null) {
            throw Problem.invalid(
                    field, "names a path, and this server has no folder for it: its admin sets " + SETTING);
        }
        if (!Files.isDirectory(root)) {
            throw Problem.invalid(field, "names a path, and the folder that " + SETTING + " names is not there");
        }
        return root.toRealPath();
    }

    /**
     * Returns the real path that a path leads to, all links followed; null if it is not there or not below the folder.
     */
    static @Nullable Path below(Path folder, String path) {
        try {
            Path real = folder.resolve(path).toRealPath();
            return real.startsWith(folder) ? real : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }
}
