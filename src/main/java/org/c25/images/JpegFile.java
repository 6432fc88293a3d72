package org.c25.images;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the segments of a JPEG say before its pixels (ITU-T T.81): how it is held, and whether browsers show a JPEG of its
 * kind. Java's reader shows more kinds than they do.
 *
 * @param orientation EXIF's number, 1 … 8
 * @param ended whether it has its end marker
 * @param adobe where the name of Adobe's segment stands, whose word on the colours browsers pass over, since JFIF's is
 *     there too; 0 if it counts or is not there
 * @param fault why browsers don't show it; null if nothing is known against it
 */
record JpegFile(
        int orientation, boolean ended, int adobe, @Nullable String fault) {

    private static final int START_OF_FRAMES = 0xc0;
    private static final int END_OF_FRAMES = 0xcf;
    private static final int PROGRESSIVE = 0xc2;
    private static final int FIRST_ARITHMETIC = 0xc9;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final byte[] END_MARK = {(byte) 0xff, (byte) END};
    private static final int EXIF_HEAD = 6;
    private static final int BITS = 8;

    static JpegFile read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int orientation = 0;
        String fault = null;
        boolean jfif = false;
        int adobe = 0;
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == 0xff) {
                at++; // A filling byte.
                continue;
            }
            if (marker == SCAN || marker == END) {
                break;
            }
            int length = file.getShort(at + 2) & 0xffff;
            int from = at + 4;
            int to = Math.min(bytes.length, at + 2 + length);
            if (marker == APP1
                    && orientation == 0
                    && to - from > EXIF_HEAD
                    && PictureFile.startsWithExif(bytes, from)) {
                orientation = PictureFile.orientation(Arrays.copyOfRange(bytes, from, to));
            }
            jfif |= marker == APP0 && PictureFile.text(bytes, from, 4).equals("JFIF");
            if (marker == APP14 && PictureFile.text(bytes, from, 5).equals("Adobe")) {
                adobe = from;
            }
            if (isFrame(marker) && from < to) {
                fault = fault(marker, bytes[from] & 0xff);
            }
            at += 2 + length;
        }
        return new JpegFile(Math.max(1, orientation), hasEnd(bytes, at), jfif ? adobe : 0, fault);
    }

    private static boolean hasEnd(byte[] bytes, int from) {
        for (int i = bytes.length - 2; i >= from; i--) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == END) {
                return true;
            }
        }
        return false;
    }

    /** Returns the JPEG with its end marker, without which browsers leave out the last rows. */
    static byte[] ended(byte[] bytes) {
        byte[] ended = Arrays.copyOf(bytes, bytes.length + END_MARK.length);
        System.arraycopy(END_MARK, 0, ended, bytes.length, END_MARK.length);
        return ended;
    }

    /** Returns the JPEG as Java's reader has to get it, so that it reads what browsers read. */
    static byte[] asRead(byte[] bytes) {
        JpegFile file = read(bytes);
        boolean lastIsEnd =
                Arrays.equals(bytes, Math.max(0, bytes.length - 2), bytes.length, END_MARK, 0, END_MARK.length);
        byte[] read = lastIsEnd ? bytes : ended(bytes);
        if (file.adobe > 0) {
            read = read.clone();
            read[file.adobe] = 'N';
        }
        return read;
    }

    /** Whether a frame begins there; among these numbers are also tables and an extension (C4, C8, CC). */
    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAMES && marker <= END_OF_FRAMES && marker % 4 != 0 || marker == START_OF_FRAMES;
    }

    private static @Nullable String fault(int marker, int bits) {
        String kind = marker >= FIRST_ARITHMETIC
                ? "with arithmetic coding"
                : marker > PROGRESSIVE ? "without loss" : bits != BITS ? "of " + bits + " bits a colour" : null;
        return kind == null ? null : "is a JPEG " + kind + ", which browsers don't show; save it as an ordinary JPEG";
    }
}
