package org.c25.trainer.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The orientation that a JPEG or PNG notes in EXIF: how browsers turn the picture before they show it (EXIF 2.32, tag
 * 0x0112). Chromium 156 doesn't turn a WebP, whatever it notes.
 */
final class Orientation {

    /** As stored. */
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int FIRST_THAT_SWAPS_SIDES = 5;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int SIGNATURE_OF_PNG = 8;
    private static final String EXIF = "Exif\0\0";

    private Orientation() {}

    /** Returns the orientation, 1 … 8; 1 where none is noted or what is noted can't be read. */
    static int of(byte[] file) {
        try {
            ByteBuffer exif = exif(ByteBuffer.wrap(file));
            return exif == null ? UPRIGHT : noted(exif);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // Browsers show a picture with broken EXIF as it is stored.
            return UPRIGHT;
        }
    }

    private static @Nullable ByteBuffer exif(ByteBuffer file) {
        if (has(file, 0, "\u00FF\u00D8")) {
            return exifOfJpeg(file);
        }
        return has(file, 1, "PNG") ? exifOfPng(file) : null;
    }

    private static @Nullable ByteBuffer exifOfJpeg(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xFF) == 0xFF && (file.get(at + 1) & 0xFF) != START_OF_SCAN) {
            int length = file.getShort(at + 2) & 0xFFFF;
            if ((file.get(at + 1) & 0xFF) == APP1 && has(file, at + 4, EXIF)) {
                return file.slice(at + 4 + EXIF.length(), length - 2 - EXIF.length());
            }
            at += 2 + length;
        }
        return null;
    }

    /** A PNG has chunks: length, name, bytes and checksum. */
    private static @Nullable ByteBuffer exifOfPng(ByteBuffer file) {
        int at = SIGNATURE_OF_PNG;
        while (at + 8 <= file.limit()) {
            int length = file.getInt(at);
            if (length < 0) {
                return null;
            }
            if (has(file, at + 4, "eXIf")) {
                return file.slice(at + 8, length);
            }
            at += length + 12;
        }
        return null;
    }

    /** Looks for the tag in the first directory of a TIFF. */
    private static int noted(ByteBuffer tiff) {
        tiff.order(has(tiff, 0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY; entry += ENTRY) {
            if ((tiff.getShort(entry) & 0xFFFF) == TAG && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean has(ByteBuffer bytes, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        if (at + wanted.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the picture as it is to be looked at. */
    static Picture turn(Picture stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        boolean swapped = orientation >= FIRST_THAT_SWAPS_SIDES;
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        int[] rgb = new int[width * height];
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = switch (orientation) {
                    case 2, 3 -> right - x;
                    case 5, 6 -> y;
                    case 7, 8 -> right - y;
                    default -> x;
                };
                int fromY = switch (orientation) {
                    case 3, 4 -> bottom - y;
                    case 5, 8 -> x;
                    case 6, 7 -> bottom - x;
                    default -> y;
                };
                rgb[y * width + x] = stored.rgb()[fromY * stored.width() + fromX];
            }
        }
        return new Picture(width, height, rgb);
    }
}
