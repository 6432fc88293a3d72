package org.c25.images;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a file of a picture says of itself beside its pixels: its kind, the way it is held (EXIF), whether it moves, and
 * the colours of a PNG, which Java's reader passes over. Only the outer parts are read here, and nothing is decoded.
 *
 * @param kind told from the first bytes; null if they are those of no kind of picture that is known here
 * @param orientation EXIF's number of how the picture is to be turned, 1 … 8; 1 for upright
 * @param glassy whether it may be transparent in places
 * @param animated whether it has several pictures one after the other
 * @param profile the colours of a PNG; null for sRGB, and for all other kinds, whose readers look after that
 * @param fault why browsers don't show it; null if nothing is known against it
 */
record PictureFile(
        @Nullable Kind kind,
        int orientation,
        boolean glassy,
        boolean animated,
        @Nullable ICC_Profile profile,
        @Nullable String fault) {

    /** The kinds of pictures. */
    enum Kind {
        JPEG,
        PNG,
        WEBP,
        GIF,
        BMP,
        TIFF,
        /** HEIC and AVIF. */
        HEIF;

        /** The name that people know it by. */
        String title() {
            return switch (this) {
                case WEBP -> "WebP";
                case HEIF -> "HEIC or AVIF";
                default -> name();
            };
        }
    }

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis", "miaf");

    /** The type that EXIF gives the orientation; browsers pass over one of any other. */
    private static final String SHORT = "SHORT";

    private static final int WEBP_HAS_PROFILE = 0x20;
    private static final int UPRIGHT = 1;
    private static final int MOST_ORIENTATION = 8;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    static PictureFile of(byte[] bytes) {
        Kind kind = kind(bytes);
        if (kind == Kind.PNG) {
            return PngFile.read(bytes);
        }
        int orientation = UPRIGHT;
        boolean glassy = false;
        boolean animated = false;
        String fault = null;
        if (kind == Kind.JPEG) {
            JpegFile jpeg = JpegFile.read(bytes);
            orientation = jpeg.orientation();
            fault = jpeg.fault();
        } else if (kind == Kind.TIFF) {
            orientation = orientation(bytes);
        } else if (kind == Kind.WEBP) {
            orientation = orientation(webpPart(bytes, "EXIF"));
            glassy = isGlassyWebp(bytes);
            animated = webpPart(bytes, "ANIM") != null || webpPart(bytes, "ANMF") != null;
            fault = faultOfWebp(bytes);
        }
        return new PictureFile(kind, orientation, glassy, animated, null, fault);
    }

    /** Returns the kind of picture that a file begins like; null if that of none. */
    static @Nullable Kind kind(byte[] bytes) {
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return Kind.JPEG;
        }
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Kind.PNG;
        }
        if (begins(bytes, 'R', 'I', 'F', 'F') && text(bytes, 8, 4).equals("WEBP")) {
            return Kind.WEBP;
        }
        if (begins(bytes, 'G', 'I', 'F', '8')) {
            return Kind.GIF;
        }
        if (begins(bytes, 'B', 'M')) {
            return Kind.BMP;
        }
        if (begins(bytes, 'I', 'I', 42, 0) || begins(bytes, 'M', 'M', 0, 42)) {
            return Kind.TIFF;
        }
        // The same kind of file holds videos, by other brands.
        return text(bytes, 4, 4).equals("ftyp") && HEIF_BRANDS.contains(text(bytes, 8, 4)) ? Kind.HEIF : null;
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    static String text(byte[] bytes, int from, int length) {
        return bytes.length < from + length ? "" : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Looks at the flags of an extended, or at the header of a lossless WebP (RFC 9649). */
    private static boolean isGlassyWebp(byte[] bytes) {
        String first = text(bytes, 12, 4);
        return bytes.length > 24
                && (first.equals("VP8X") && (bytes[20] & 0x10) != 0 || first.equals("VP8L") && (bytes[24] & 0x10) != 0);
    }

    private static byte @Nullable [] webpPart(byte[] bytes, String name) {
        int at = webpPlace(bytes, name);
        if (at < 0) {
            return null;
        }
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4) & 0xffffffffL;
        return Arrays.copyOfRange(bytes, at + 8, (int) Math.min(bytes.length, at + 8 + length));
    }

    /** Whether the parts fit into the size that the file states; browsers look at it, and Java's reader does not. */
    private static @Nullable String faultOfWebp(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long end = 8 + (file.getInt(4) & 0xffffffffL);
        long at = 12;
        while (at + 8 <= Math.min(end, bytes.length)) {
            at += 8 + (file.getInt((int) at + 4) & 0xffffffffL);
            if (at > end) {
                return "is a damaged WebP: it is larger than it says; export it again";
            }
            at += at & 1;
        }
        return null;
    }

    /** Returns where a part of a WebP begins; −1 if there is none. */
    private static int webpPlace(byte[] bytes, String name) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long at = 12;
        while (at + 8 <= bytes.length) {
            if (text(bytes, (int) at, 4).equals(name)) {
                return (int) at;
            }
            long length = file.getInt((int) at + 4) & 0xffffffffL;
            at += 8 + length + (length & 1);
        }
        return -1;
    }

    /** Returns a WebP as it is, or without its profile if that can't be read: browsers pass over such a one, too. */
    static byte[] withoutUnfitProfile(byte[] bytes) {
        byte[] profile = webpPart(bytes, "ICCP");
        int header = webpPlace(bytes, "VP8X");
        if (profile == null || header < 0) {
            return bytes;
        }
        try {
            ICC_Profile.getInstance(profile);
            return bytes;
        } catch (IllegalArgumentException e) {
            byte[] without = bytes.clone();
            without[header + 8] &= (byte) ~WEBP_HAS_PROFILE;
            int at = webpPlace(bytes, "ICCP");
            System.arraycopy("NONE".getBytes(StandardCharsets.US_ASCII), 0, without, at, 4);
            return without;
        }
    }

    static boolean startsWithExif(byte[] bytes, int from) {
        return Arrays.equals(bytes, from, from + EXIF.length, EXIF, 0, EXIF.length);
    }

    /** Returns the orientation that EXIF data tell; upright where they tell none, or can't be read. */
    static int orientation(byte @Nullable [] exif) {
        if (exif == null || exif.length <= EXIF.length) {
            return UPRIGHT;
        }
        int from = startsWithExif(exif, 0) ? EXIF.length : 0;
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(exif, from, exif.length - from))) {
            CompoundDirectory directories = (CompoundDirectory) new TIFFReader().read(in);
            // The first directory is of the picture, a second one of its thumbnail.
            Entry entry = directories.directoryCount() == 0
                    ? null
                    : directories.getDirectory(0).getEntryById(TIFF.TAG_ORIENTATION);
            int value = entry != null && SHORT.equals(entry.getTypeName()) && entry.getValue() instanceof Number number
                    ? number.intValue()
                    : UPRIGHT;
            return value >= UPRIGHT && value <= MOST_ORIENTATION ? value : UPRIGHT;
        } catch (IOException | RuntimeException e) {
            return UPRIGHT; // As browsers do.
        }
    }

    /** Whether the picture is wide where its file is high. */
    boolean turned() {
        return orientation > 4;
    }
}
