package org.c25.images;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a PNG that tells them by numbers ({@code gAMA}, {@code cHRM}) and not by a profile, as an ICC profile
 * (ICC.1:2001, matrix and curve). The primaries are adapted to the white of ICC by Bradford's transform, as browsers do.
 */
final class PngColors {

    /** The exponent of sRGB's curve, by which nearly all files are written; libpng takes what is within 5 % for it. */
    private static final double USUAL = 1 / 2.2;

    private static final double NEAR = 0.05;

    /** White, red, green and blue of sRGB: x and y of each. */
    private static final double[] SRGB = {.3127, .329, .64, .33, .3, .6, .15, .06};

    private static final double[] D50 = {.9642, 1, .8249};
    private static final double[][] BRADFORD = {{.8951, .2664, -.1614}, {-.7502, 1.7135, .0367}, {.0389, -.0685, 1.0296}
    };
    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int XYZ = 20;
    private static final int CURVE = 16;
    private static final List<String> TAGS = List.of("wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC");

    private PngColors() {}

    /**
     * Returns the profile; null if it is that of sRGB, or the numbers are none of any colours.
     *
     * @param gamma the exponent of the file's samples, as {@code gAMA} tells it; null if it does not: then primaries don't
     *     count either, as in Chromium
     * @param primaries x and y of white, red, green and blue, as {@code cHRM} tells them; null if it does not
     */
    static @Nullable ICC_Profile profile(@Nullable Double gamma, double @Nullable [] primaries) {
        if (gamma == null) {
            return null;
        }
        boolean usualCurve = Math.abs(gamma / USUAL - 1) < NEAR;
        if (usualCurve && (primaries == null || areUsual(primaries))) {
            return null;
        }
        double[][] colors = adapted(primaries == null ? SRGB : primaries);
        double curve = 1 / gamma;
        if (colors.length == 0 || !(curve > 0.1 && curve < 10)) {
            return null;
        }
        try {
            return ICC_Profile.getInstance(bytes(colors, curve));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean areUsual(double[] primaries) {
        for (int i = 0; i < SRGB.length; i++) {
            if (Math.abs(primaries[i] - SRGB[i]) > 0.005) {
                return false;
            }
        }
        return true;
    }

    /** Returns X, Y and Z of red, green and blue (in rows) under D50; nothing if the primaries span no colours. */
    private static double[][] adapted(double[] xy) {
        for (int i = 1; i < xy.length; i += 2) {
            if (!(xy[i] > 0)) {
                return new double[0][];
            }
        }
        double[] white = xyz(xy[0], xy[1]);
        double[][] columns = {xyz(xy[2], xy[3]), xyz(xy[4], xy[5]), xyz(xy[6], xy[7])};
        double[][] matrix = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                matrix[i][j] = columns[j][i];
            }
        }
        double[][] inverse = inverse(matrix);
        if (inverse.length == 0) {
            return inverse;
        }
        double[] shares = times(inverse, white);
        double[] from = times(BRADFORD, white);
        double[] to = times(BRADFORD, D50);
        double[][] back = inverse(BRADFORD);
        double[][] colors = new double[3][];
        for (int j = 0; j < 3; j++) {
            double[] color = {columns[j][0] * shares[j], columns[j][1] * shares[j], columns[j][2] * shares[j]};
            double[] cone = times(BRADFORD, color);
            for (int i = 0; i < 3; i++) {
                cone[i] *= to[i] / from[i];
            }
            colors[j] = times(back, cone);
        }
        return colors;
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[][] inverse(double[][] m) {
        double determinant = 0;
        double[][] inverse = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int a = (j + 1) % 3;
                int b = (j + 2) % 3;
                int c = (i + 1) % 3;
                int d = (i + 2) % 3;
                inverse[i][j] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
            }
            determinant += m[0][i] * inverse[i][0];
        }
        if (Math.abs(determinant) < 1e-9) {
            return new double[0][];
        }
        for (double[] row : inverse) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }

    private static byte[] bytes(double[][] colors, double curve) {
        int values = HEADER + 4 + TAGS.size() * ENTRY;
        int size = values + 4 * XYZ + CURVE;
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(size).putInt(0).putInt(0x02400000);
        text(out, "mntrRGB XYZ ");
        out.position(36);
        text(out, "acsp");
        out.position(68);
        number(out, D50);
        out.position(HEADER);
        out.putInt(TAGS.size());
        for (int i = 0; i < TAGS.size(); i++) {
            text(out, TAGS.get(i));
            boolean isCurve = i >= 4;
            out.putInt(values + XYZ * Math.min(i, 4)).putInt(isCurve ? 14 : XYZ);
        }
        for (int i = 0; i < 4; i++) {
            text(out, "XYZ ");
            out.putInt(0);
            number(out, i == 0 ? D50 : colors[i - 1]);
        }
        text(out, "curv");
        out.putInt(0).putInt(1).putShort((short) Math.round(curve * 256));
        return out.array();
    }

    private static void text(ByteBuffer out, String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteBuffer out, double[] xyz) {
        for (double value : xyz) {
            out.putInt((int) Math.round(value * 65536));
        }
    }
}
