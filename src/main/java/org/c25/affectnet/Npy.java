package org.c25.affectnet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the one value of a NumPy file, {@code .npy} of format 1 to 3: a number, or a text that is one. AffectNet's
 * annotations are such files; their arrays have no dimension and hold text.
 */
final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=]?)([a-zA-Z])(\\d+)'");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    /** The digits of the size of the longest text that is read. */
    private static final int LONGEST_SIZE = 6;

    private Npy() {}

    /**
     * Returns the value, as text.
     *
     * @throws IllegalArgumentException if it is no such file, in words that follow the file's name
     */
    static String value(byte[] bytes) {
        if (bytes.length < 12 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("is no NumPy file (.npy)");
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = bytes[6] == 1;
        int from = first ? 10 : 12;
        int length = first ? file.getShort(8) & 0xffff : file.getInt(8);
        if (length < 0 || length > bytes.length - from) {
            throw new IllegalArgumentException("is a damaged NumPy file");
        }
        String header = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        Matcher type = TYPE.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !shape.find()) {
            throw new IllegalArgumentException("is a NumPy file without a plain type; a number or a text is needed");
        }
        if (!shape.group(1).isBlank() && !shape.group(1).matches("(\\s*1\\s*,?)+")) {
            throw new IllegalArgumentException("holds several values; one is needed");
        }
        return value(type, Arrays.copyOfRange(bytes, from + length, bytes.length));
    }

    private static String value(Matcher type, byte[] data) {
        boolean big = type.group(1).equals(">");
        if (type.group(3).length() > LONGEST_SIZE) {
            throw new IllegalArgumentException("is a damaged NumPy file");
        }
        int size = Integer.parseInt(type.group(3));
        ByteBuffer value = ByteBuffer.wrap(data).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        String kind = type.group(2) + size;
        int needed = type.group(2).equals("U") ? 4 * size : size;
        if (data.length < needed) {
            throw new IllegalArgumentException("is a damaged NumPy file");
        }
        return switch (kind) {
            case "f8" -> String.valueOf(value.getDouble());
            case "f4" -> String.valueOf(value.getFloat());
            case "i8", "u8" -> String.valueOf(value.getLong());
            case "i4", "u4" -> String.valueOf(value.getInt());
            case "i2", "u2" -> String.valueOf(value.getShort());
            case "i1", "u1" -> String.valueOf(value.get());
            default -> text(type.group(2), data, needed, big);
        };
    }

    private static String text(String kind, byte[] data, int length, boolean big) {
        Charset charset = switch (kind) {
            case "U" -> Charset.forName(big ? "UTF-32BE" : "UTF-32LE");
            case "S", "a" -> StandardCharsets.UTF_8;
            default ->
                throw new IllegalArgumentException(
                        "holds values of the type " + kind + "; a number or a text is needed");
        };
        return new String(data, 0, length, charset).replace("\0", "").strip();
    }
}
