package org.c25.images;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture as browsers show it: its colours in sRGB, on white where it is transparent, and upright. Java's own
 * drawing forgets the profile of a PNG, and brightens grey pictures that have transparency.
 */
final class AsShown {

    private static final int MOST = 255;
    private static final int OPAQUE = 0xff;

    private final int width;
    private final int height;

    /** One colour or three a pixel, or four inks, 0 … 255, as the file has them. */
    private final int bands;

    private final byte[] samples;
    private final byte @Nullable [] alpha;

    private AsShown(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        ColorModel colors = image.getColorModel();
        boolean grey = colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        boolean inks = colors.getColorSpace().getType() == ColorSpace.TYPE_CMYK && !(colors instanceof IndexColorModel);
        bands = grey ? 1 : inks ? 4 : 3;
        samples = new byte[width * height * bands];
        alpha = colors.hasAlpha() ? new byte[width * height] : null;
        if (colors instanceof IndexColorModel palette) {
            readPalette(image.getRaster(), palette);
        } else {
            readBands(image);
        }
    }

    /**
     * Returns the picture as it is shown, in plain RGB.
     *
     * @param profile the colours of the file if its reader has not looked at them
     * @param orientation EXIF's number, 1 … 8
     */
    static BufferedImage of(BufferedImage decoded, @Nullable ICC_Profile profile, int orientation) {
        AsShown picture = new AsShown(decoded);
        ColorSpace own = decoded.getColorModel().getColorSpace();
        ICC_Profile meant = profile == null && own instanceof ICC_ColorSpace icc ? icc.getProfile() : profile;
        boolean plain = profile == null && (own.isCS_sRGB() || picture.bands == 1);
        int[] rgb = meant == null || plain || meant.getNumComponents() != picture.bands
                ? picture.plain()
                : picture.converted(meant);
        return picture.upright(picture.onWhite(rgb), orientation);
    }

    /** Whether no part of the picture is transparent, although it could be. */
    static boolean isOpaque(BufferedImage decoded) {
        byte[] alpha = new AsShown(decoded).alpha;
        if (alpha != null) {
            for (byte share : alpha) {
                if (share != (byte) OPAQUE) {
                    return false;
                }
            }
        }
        return true;
    }

    private void readPalette(Raster raster, IndexColorModel palette) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int argb = palette.getRGB(row[x]);
                for (int band = 0; band < bands; band++) {
                    samples[at * bands + band] = (byte) (argb >> (8 * (2 - band)));
                }
                if (alpha != null) {
                    alpha[at] = (byte) (argb >> 24);
                }
            }
        }
    }

    private void readBands(BufferedImage image) {
        Raster raster = image.getRaster();
        int all = raster.getNumBands();
        int[] most = new int[all];
        for (int band = 0; band < all; band++) {
            most[band] = (int) ((1L << raster.getSampleModel().getSampleSize(band)) - 1);
        }
        int[] row = new int[width * all];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                for (int band = 0; band < bands; band++) {
                    samples[at * bands + band] = scaled(row[x * all + band], most[band]);
                }
                if (alpha != null) {
                    alpha[at] = scaled(row[x * all + all - 1], most[all - 1]);
                }
            }
        }
    }

    private static byte scaled(int sample, int most) {
        return (byte) (most == MOST ? sample : (int) ((long) sample * MOST / most));
    }

    private int[] plain() {
        int[] rgb = new int[width * height];
        if (bands == 4) {
            return ofInks(rgb);
        }
        for (int i = 0; i < rgb.length; i++) {
            int first = samples[i * bands] & 0xff;
            int second = bands == 1 ? first : samples[i * bands + 1] & 0xff;
            int third = bands == 1 ? first : samples[i * bands + 2] & 0xff;
            rgb[i] = first << 16 | second << 8 | third;
        }
        return rgb;
    }

    /** Inks without a profile, as browsers take them: what black leaves of what each colour leaves. */
    private int[] ofInks(int[] rgb) {
        for (int i = 0; i < rgb.length; i++) {
            int paper = MOST - (samples[i * 4 + 3] & 0xff);
            for (int ink = 0; ink < 3; ink++) {
                rgb[i] = rgb[i] << 8 | (MOST - (samples[i * 4 + ink] & 0xff)) * paper / MOST;
            }
        }
        return rgb;
    }

    private int[] converted(ICC_Profile profile) {
        ColorModel colors = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster raster = colors.createCompatibleWritableRaster(width, height);
        raster.setDataElements(0, 0, width, height, samples);
        BufferedImage from = new BufferedImage(colors, raster, false, null);
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        new ColorConvertOp(null).filter(from, to);
        return to.getRGB(0, 0, width, height, null, 0, width);
    }

    private int[] onWhite(int[] rgb) {
        if (alpha != null) {
            for (int i = 0; i < rgb.length; i++) {
                int share = alpha[i] & OPAQUE;
                rgb[i] = blended(rgb[i] >> 16 & 0xff, share) << 16
                        | blended(rgb[i] >> 8 & 0xff, share) << 8
                        | blended(rgb[i] & 0xff, share);
            }
        }
        return rgb;
    }

    private static int blended(int color, int share) {
        return (color * share + MOST * (OPAQUE - share) + OPAQUE / 2) / OPAQUE;
    }

    /** Turns the picture as EXIF says (CIPA DC-008, tag 274). */
    private BufferedImage upright(int[] rgb, int orientation) {
        boolean turned = orientation > 4;
        int wide = turned ? height : width;
        int high = turned ? width : height;
        BufferedImage upright = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[wide];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                row[x] = rgb[source(x, y, orientation)];
            }
            upright.setRGB(0, y, wide, 1, row, 0, wide);
        }
        return upright;
    }

    /** Returns which pixel of the file is shown at this place. */
    private int source(int x, int y, int orientation) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
