package org.c25.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Made-up rows in the form of AffectNet's Training.csv. */
public final class AffectNet {

    public static final String HEADER = "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,"
            + "expression,valence,arousal\n";

    private static final int LANDMARKS = 68;

    /** How many different rows of landmarks there are: nothing looks at them, and to make one takes longer than the rest of a row. */
    private static final int FACES = 100;

    private AffectNet() {}

    /** As many rows, of all eleven classes in turn, as {@link #path} and {@link #landmarks} make them. */
    public static void write(int rows, Appendable out) {
        Random random = new Random(rows);
        List<String> landmarks =
                Stream.generate(() -> landmarks(random)).limit(FACES).toList();
        try {
            out.append(HEADER);
            for (int i = 0; i < rows; i++) {
                boolean undefined = i % 11 > 7;
                out.append(path(i, random))
                        .append(",12,10,224,230,")
                        .append(landmarks.get(i % FACES))
                        .append(',')
                        .append(String.valueOf(i % 11))
                        .append(',')
                        .append(undefined ? "-2" : value(random))
                        .append(',')
                        .append(undefined ? "-2" : value(random))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 689/<56 hex>.jpg}. */
    private static String path(int i, Random random) {
        StringBuilder path = new StringBuilder().append(i % 1000).append('/');
        for (int part = 0; part < 3; part++) {
            path.append(HexFormat.of().toHexDigits(random.nextLong()));
        }
        return path.append(HexFormat.of().toHexDigits(i)).append(".jpg").toString();
    }

    private static String landmarks(Random random) {
        StringBuilder points = new StringBuilder();
        for (int point = 0; point < LANDMARKS; point++) {
            points.append(point == 0 ? "" : ";")
                    .append(100 + random.nextInt(900))
                    .append(';')
                    .append(100 + random.nextInt(900))
                    .append(".5");
        }
        return points.toString();
    }

    private static String value(Random random) {
        return BigDecimal.valueOf(random.nextInt(-1_000_000, 1_000_001), 6).toPlainString();
    }

    /** One row with a box in the upper left corner. */
    public static String row(String path, int side, int expression) {
        return path + ",0,0," + side + "," + side + ",1.5;2.5;3;4," + expression + ",0.25,-0.5\n";
    }
}
