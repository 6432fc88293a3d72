package org.c25.trainer.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.c25.trainer.Problem;

/** The pictures in a folder and in the folders below it, by their bare file names, as C25's files name them. */
public final class PictureFolder {

    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp");

    private final Path folder;
    private final TreeMap<String, Path> files = new TreeMap<>();
    private final Set<String> several = new HashSet<>();

    private PictureFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws Problem if there is no such folder, or no picture in it */
    public static PictureFolder of(Path folder) {
        PictureFolder pictures = new PictureFolder(folder);
        if (!Files.isDirectory(folder)) {
            throw new Problem("There is no folder " + folder + ".");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(PictureFolder::isPicture).filter(Files::isRegularFile).forEach(pictures::add);
        } catch (IOException e) {
            throw new Problem("The folder " + folder + " can't be read: " + e.getMessage());
        }
        if (pictures.files.isEmpty()) {
            throw new Problem("There are no images in " + folder + ": files that end in " + String.join(", ", ENDINGS)
                    + " are looked for.");
        }
        return pictures;
    }

    /** Whether the name is that of a picture. What other programs hide beside pictures, such as ._face.jpg, is not. */
    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void add(Path file) {
        String name = file.getFileName().toString();
        if (files.put(name, file) != null) {
            several.add(name);
        }
    }

    /** Returns the names of all pictures, in the order of their characters. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /**
     * Returns the file of a picture.
     *
     * @throws Problem if it is not in the folder, or there are several files of this name below it
     */
    public Path file(String name) {
        Path file = files.get(name);
        if (file == null) {
            throw new Problem("The image " + name + " is not in " + folder + ".");
        }
        if (several.contains(name)) {
            throw new Problem("There are several files " + name + " below " + folder + ": which one is meant?");
        }
        return file;
    }
}
