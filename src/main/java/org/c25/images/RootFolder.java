package org.c25.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this server below which staff may name files. No path leads out of it, not by symbolic links either; a path
 * that leads outside is refused in the same words as one that leads nowhere.
 */
final class RootFolder {

    private final String setting;
    private final @Nullable Path root;

    /**
     * @param setting the name of the setting that tells it, for messages
     * @param root its path; blank if there is none
     */
    RootFolder(String setting, String root) {
        this.setting = setting;
        this.root = root.isBlank() ? null : Path.of(root.strip());
    }

    boolean isConfigured() {
        return root != null;
    }

    /** @throws Problem if there is no such file below the folder, or no folder is set */
    Path file(String field, String path) throws IOException {
        Path file = below(real(field), path);
        if (file == null || !Files.isRegularFile(file)) {
            throw Problem.invalid(field, "there is no file " + path + " below the folder of " + setting);
        }
        return file;
    }

    /** @throws Problem if there is no such folder below the folder, or no folder is set */
    Path folder(String field, String path) throws IOException {
        Path folder = below(real(field), path);
        if (folder == null || !Files.isDirectory(folder)) {
            throw Problem.invalid(field, "there is no folder " + path + " below the folder of " + setting);
        }
        return folder;
    }

    boolean isFolder(@Nullable String path) throws IOException {
        if (path == null || root == null || !Files.isDirectory(root)) {
            return false;
        }
        Path named = below(root.toRealPath(), path);
        return named != null && Files.isDirectory(named);
    }

    private Path real(String field) throws IOException {
        if (root == null) {
            throw Problem.invalid(
                    field, "names a path, and this server has no folder for it: its admin sets " + setting);
        }
        if (!Files.isDirectory(root)) {
            throw Problem.invalid(field, "names a path, and the folder that " + setting + " names is not there");
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
