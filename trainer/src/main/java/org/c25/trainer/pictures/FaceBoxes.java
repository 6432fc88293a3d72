package org.c25.trainer.pictures;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.c25.trainer.Csv;
import org.c25.trainer.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The face boxes of AffectNet's images: its Training.csv, or any CSV with the columns {@code filename} (or
 * {@code subDirectory_filePath}), {@code face_x}, {@code face_y}, {@code face_width} and {@code face_height}.
 */
public final class FaceBoxes {

    private static final List<String> NAMES = List.of("subDirectory_filePath", "filename");
    private static final List<String> SIDES = List.of("face_x", "face_y", "face_width", "face_height");

    private final Path file;
    private final Map<String, FaceBox> boxes = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    private FaceBoxes(Path file) {
        this.file = file;
    }

    /** @throws Problem if there is no such file, it lacks a column, or a cell that is wanted is no whole number */
    public static FaceBoxes read(Path file) {
        FaceBoxes boxes = new FaceBoxes(file);
        Csv.read(file, boxes::take);
        if (boxes.boxes.isEmpty()) {
            throw new Problem("There are no face boxes in " + file + ".");
        }
        return boxes;
    }

    private void take(NamedCsvRecord line) {
        String name = NAMES.stream()
                .flatMap(column -> line.findField(column).stream())
                .findFirst()
                .orElseThrow(() -> lacks(NAMES.get(0)));
        int[] sides = new int[SIDES.size()];
        for (int i = 0; i < sides.length; i++) {
            String column = SIDES.get(i);
            String cell =
                    line.findField(column).orElseThrow(() -> lacks(column)).strip();
            if (cell.isEmpty() || cell.equals("NULL")) {
                return;
            }
            try {
                sides[i] = Integer.parseInt(cell);
            } catch (NumberFormatException e) {
                throw new Problem(Csv.place(file, line) + ": " + column + " is a whole number, not " + cell + ".");
            }
        }
        if (sides[2] > 0 && sides[3] > 0) {
            add(name.strip().substring(name.strip().lastIndexOf('/') + 1), sides);
        }
    }

    private void add(String name, int[] sides) {
        FaceBox box = new FaceBox(sides[0], sides[1], sides[2], sides[3]);
        FaceBox before = boxes.put(name, box);
        if (before != null && !before.equals(box)) {
            several.add(name);
        }
    }

    private Problem lacks(String column) {
        return new Problem("The face boxes in " + file + " lack the column " + column + ". AffectNet's Training.csv is"
                + " taken, or a CSV with filename," + String.join(",", SIDES) + ".");
    }

    /**
     * Returns the box of an image.
     *
     * @throws Problem if the file has none, or several different ones
     */
    public FaceBox of(String filename) {
        @Nullable FaceBox box = boxes.get(filename);
        if (box == null) {
            throw new Problem("The image " + filename + " has no face box in " + file + ".");
        }
        if (several.contains(filename)) {
            throw new Problem("The image " + filename + " has several face boxes in " + file + ".");
        }
        return box;
    }
}
