package org.c25.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.c25.affect.Expression;
import org.c25.faces.DrawnFace;

/**
 * The images of a set: drawn faces, equally many of each expression, from faint to strong.
 *
 * @param each how many of each expression, at least 2
 * @param first the index of the first one; those of two sets don't overlap
 */
record DrawnImages(int each, int first) {

    private static final long SEED = 25;

    /** Draws the faces into a ZIP and returns its manifest. */
    String draw(Path zip) throws IOException {
        List<DrawnFace> faces = faces();
        // Drawing takes most of the first start's time, and the faces can be drawn in parallel.
        List<byte[]> pictures = faces.parallelStream().map(DrawnFace::png).toList();
        StringBuilder manifest = new StringBuilder("index,filename,expression,valence,arousal\n");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int nth = 0; nth < faces.size(); nth++) {
                String filename = String.format(Locale.ROOT, "drawn-%02d.png", first + nth);
                manifest.append(line(first + nth, filename, faces.get(nth)));
                out.putNextEntry(new ZipEntry(filename));
                out.write(pictures.get(nth));
                out.closeEntry();
            }
        }
        return manifest.toString();
    }

    private List<DrawnFace> faces() {
        Random random = new Random(SEED + first);
        List<DrawnFace> faces = new ArrayList<>();
        for (Expression expression : Expression.all()) {
            for (int nth = 0; nth < each; nth++) {
                faces.add(face(expression, 0.6 + 0.8 * nth / (each - 1), first + faces.size(), random));
            }
        }
        return faces;
    }

    private static DrawnFace face(Expression expression, double strength, int seed, Random random) {
        Feeling middle = Feeling.of(expression);
        double valence = clamp(middle.valence() * strength + (random.nextDouble() - 0.5) * 0.2);
        double arousal = clamp(middle.arousal() * strength + (random.nextDouble() - 0.5) * 0.2);
        return new DrawnFace(expression, valence, arousal, seed);
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }

    private static String line(int index, String filename, DrawnFace face) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%d,%.2f,%.2f\n",
                index,
                filename,
                face.expression().affectNetCode(),
                face.valence(),
                face.arousal());
    }

    /** The average valence and arousal of an expression in the circumplex (after Russell 1980). */
    private record Feeling(double valence, double arousal) {

        static Feeling of(Expression expression) {
            return switch (expression) {
                case HAPPINESS -> new Feeling(0.7, 0.35);
                case SADNESS -> new Feeling(-0.65, -0.35);
                case SURPRISE -> new Feeling(0.2, 0.75);
                case FEAR -> new Feeling(-0.55, 0.7);
                case DISGUST -> new Feeling(-0.6, 0.25);
                case ANGER -> new Feeling(-0.6, 0.65);
                case CONTEMPT -> new Feeling(-0.4, 0.15);
                case NEUTRAL -> new Feeling(0, -0.1);
            };
        }
    }
}
