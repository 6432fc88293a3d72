package org.c25.trainer.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.c25.trainer.Csv;
import org.c25.trainer.Problem;
import org.c25.trainer.pictures.PictureFolder;
import org.jspecify.annotations.Nullable;

/**
 * An image to be asked about.
 *
 * @param index its index in the set; null where only its file is known
 * @param filename its bare file name
 */
record Item(@Nullable String index, String filename) {

    /** Returns all images of a folder, in the order of their names. */
    static List<Item> of(PictureFolder folder) {
        return folder.names().stream().map(name -> new Item(null, name)).toList();
    }

    /**
     * Reads the images of a set: any CSV with the column {@code filename}, and {@code index} if they have one, such as the set's
     * manifest or its C25 files.
     *
     * @throws Problem if there is no such file, it has no image, or one twice
     */
    static List<Item> read(Path file) {
        List<Item> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Csv.read(file, line -> {
            String name = line.findField("filename")
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> new Problem(Csv.place(file, line) + " has no filename."));
            if (!names.add(name)) {
                throw new Problem(Csv.place(file, line) + ": the image " + name + " is in the file twice.");
            }
            items.add(new Item(line.findField("index").map(String::strip).orElse(null), name));
        });
        if (items.isEmpty()) {
            throw new Problem("There are no images in " + file + ".");
        }
        return items;
    }
}
