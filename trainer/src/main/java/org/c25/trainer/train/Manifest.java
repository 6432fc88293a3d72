package org.c25.trainer.train;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.trainer.Csv;
import org.c25.trainer.Problem;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;

/**
 * What a set's manifest says of its images: AffectNet's own labels, and, in a column {@code person}, who is in the picture.
 *
 * @param labels of each dimension for which the manifest has a column, an entry an image, NaN where there is none
 * @param persons who is in each image; empty if there is no such column
 */
record Manifest(Map<Dimension, float[]> labels, List<String> persons) {

    /** Whether the label of an image is known, of one at least. */
    boolean has(Dimension dimension) {
        float[] column = labels.getOrDefault(dimension, new float[0]);
        for (float one : column) {
            if (!Float.isNaN(one)) {
                return true;
            }
        }
        return false;
    }

    private static final String PERSON = "person";

    /**
     * @param images the file names of the set's images, in their order
     * @throws Problem if an image has no line, or a cell is no label
     */
    static Manifest read(Path file, List<String> images) {
        Map<String, Map<String, String>> lines = new HashMap<>();
        Csv.read(file, line -> {
            Map<String, String> cells = new HashMap<>();
            List.of("expression", "valence", "arousal", PERSON)
                    .forEach(column -> line.findField(column).ifPresent(cell -> cells.put(column, cell.strip())));
            line.findField("filename").ifPresent(name -> lines.put(name.strip(), cells));
        });
        Map<Dimension, float[]> labels = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (lines.values().stream().anyMatch(cells -> cells.containsKey(dimension.key()))) {
                labels.put(dimension, column(file, lines, images, dimension));
            }
        }
        boolean persons = lines.values().stream().anyMatch(cells -> cells.containsKey(PERSON));
        return new Manifest(
                labels,
                persons
                        ? images.stream()
                                .map(image -> Optional.ofNullable(
                                                line(file, lines, image).get(PERSON))
                                        .filter(name -> !name.isEmpty())
                                        .orElse(image))
                                .toList()
                        : List.of());
    }

    private static float[] column(
            Path file, Map<String, Map<String, String>> lines, List<String> images, Dimension dimension) {
        float[] column = new float[images.size()];
        for (int image = 0; image < column.length; image++) {
            String cell = line(file, lines, images.get(image)).getOrDefault(dimension.key(), "");
            column[image] = label(file, images.get(image), dimension, cell);
        }
        return column;
    }

    private static Map<String, String> line(Path file, Map<String, Map<String, String>> lines, String image) {
        return Optional.ofNullable(lines.get(image))
                .orElseThrow(() -> new Problem(file + " has no line for " + image + "."));
    }

    private static float label(Path file, String image, Dimension dimension, String cell) {
        if (cell.isEmpty()) {
            return Float.NaN;
        }
        try {
            float label = Float.parseFloat(cell);
            if (dimension.isScale()) {
                return label >= -1 && label <= 1 ? label : Float.NaN;
            }
            return label >= 0 && label < Expressions.COUNT ? Expressions.ofAffectNet((int) label) : Float.NaN;
        } catch (NumberFormatException e) {
            throw new Problem(file + ", " + image + ": " + cell + " is no " + dimension.key() + " of AffectNet.");
        }
    }
}
