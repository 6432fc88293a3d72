package org.c25.images;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a PNG (W3C, Portable Network Graphics, third edition). Java's reader takes files that no browser
 * shows: it checks no sums, and knows no chunk that may not be passed over.
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int PROFILE_MOST = 4 << 20;
    private static final int CRITICAL = 0x20;
    private static final int COLOR = 9;
    private static final int WITH_ALPHA = 4;
    private static final Set<String> KNOWN = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final String AGAIN = "; export it again as an ordinary PNG";

    private final byte[] bytes;
    private int orientation = 1;
    private boolean glassy;
    private boolean animated;
    private @Nullable ICC_Profile profile;
    private boolean srgb;
    private @Nullable Double gamma;
    private double @Nullable [] primaries;
    private @Nullable String fault;

    private PngFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static PictureFile read(byte[] bytes) {
        PngFile file = new PngFile(bytes);
        file.readChunks();
        return new PictureFile(
                PictureFile.Kind.PNG, file.orientation, file.glassy, file.animated, file.colors(), file.fault);
    }

    /** A profile comes before the word that it is sRGB, and that before numbers (PNG, 13.14). */
    private @Nullable ICC_Profile colors() {
        return profile != null || srgb ? profile : PngColors.profile(gamma, primaries);
    }

    private void readChunks() {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int headers = 0;
        int at = SIGNATURE;
        while (fault == null && at + AROUND <= bytes.length) {
            int length = file.getInt(at);
            String name = PictureFile.text(bytes, at + 4, 4);
            if (length < 0 || length > bytes.length - at - AROUND) {
                return; // Cut off: decoding tells.
            }
            int end = at + 8 + length;
            boolean whole = sum(at + 4, end) == (file.getInt(end) & 0xffffffffL);
            if (isCritical(name)) {
                refuse(name, whole);
                headers += name.equals("IHDR") ? 1 : 0;
                if (headers != 1) {
                    fault = "is a damaged PNG: its header is not there, or there twice; export it again";
                }
                glassy |= name.equals("IHDR") && length > COLOR && (bytes[at + 8 + COLOR] & WITH_ALPHA) != 0;
            } else if (whole) {
                take(name, at + 8, end);
            }
            if (name.equals("IEND")) {
                return;
            }
            at = end + 4;
        }
    }

    private boolean isCritical(String name) {
        return (name.charAt(0) & CRITICAL) == 0;
    }

    private void refuse(String name, boolean whole) {
        if (name.equals("CgBI")) {
            fault = "is a PNG for iPhones alone, which browsers don't show" + AGAIN;
        } else if (!KNOWN.contains(name)) {
            fault = "has a part (" + (name.matches("[A-Za-z]{4}") ? name : "unknown")
                    + ") for which browsers don't show it" + AGAIN;
        } else if (!whole) {
            fault = "is a damaged PNG: the checksum of its part " + name + " does not fit; export it again";
        }
    }

    private long sum(int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, to - from);
        return sum.getValue();
    }

    private void take(String name, int from, int to) {
        switch (name) {
            case "tRNS" -> glassy = true;
            case "acTL" -> animated = true;
            case "eXIf" -> orientation = PictureFile.orientation(Arrays.copyOfRange(bytes, from, to));
            case "iCCP" -> profile = profile(from, to);
            case "sRGB" -> srgb = true;
            case "gAMA" -> gamma = to - from == 4 ? number(from) : null;
            case "cHRM" -> primaries = to - from == 32 ? numbers(from) : null;
            default -> {
                // Says nothing of how the picture looks.
            }
        }
    }

    private double number(int at) {
        return ByteBuffer.wrap(bytes).getInt(at) / 100_000.0;
    }

    private double[] numbers(int from) {
        double[] numbers = new double[8];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(from + 4 * i);
        }
        return numbers;
    }

    /** Returns the profile of the colours; null where it can't be read, as browsers do. */
    private @Nullable ICC_Profile profile(int from, int to) {
        int name = from;
        while (name < to && bytes[name] != 0) {
            name++;
        }
        int packed = name + 2;
        if (packed >= to) {
            return null;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, packed, to - packed))) {
            return ICC_Profile.getInstance(in.readNBytes(PROFILE_MOST));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
