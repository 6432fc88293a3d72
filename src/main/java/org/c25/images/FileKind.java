package org.c25.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells from its first bytes what a file is that was sent instead of a ZIP, in words that say what to do. */
final class FileKind {

    private static final int HEAD = 512;
    private static final int TAR_NAME = 257;
    private static final String PACK = "; pack the images as an ordinary ZIP";

    private FileKind() {}

    /** Returns what is wrong with a file that can't be opened as a ZIP. */
    static String fault(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String hex = HexFormat.of().formatHex(head);
        if (head.length == 0) {
            return "is an empty file" + PACK;
        }
        if (hex.startsWith("504b0708")) {
            return "is one part of a ZIP in several parts; pack the images as one ZIP, or make several sets";
        }
        if (hex.startsWith("504b")) {
            return "is a ZIP archive whose end is missing or damaged: it was not sent or copied whole."
                    + " Send it again, or pack it again";
        }
        String archive = archive(head, hex);
        if (archive != null) {
            return "is a " + archive + " archive, not a ZIP" + PACK;
        }
        if (PictureFile.kind(head) != null) {
            return "is a picture, not a ZIP; pack all images of the set, also a single one, as a ZIP";
        }
        if (hex.startsWith("25504446")) {
            return "is a PDF, not a ZIP" + PACK;
        }
        return "is not a ZIP archive" + PACK;
    }

    /** Returns what is wrong with a file that is no picture of a kind that is known here. */
    static String insteadOfAPicture(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        String hex = HexFormat.of().formatHex(head);
        String kind = null;
        if (bytes.length == 0) {
            return "is an empty file, not an image; copy it again";
        } else if (text.contains("<svg")) {
            kind = "an SVG drawing";
        } else if (text.startsWith("<!") || text.startsWith("<html") || text.startsWith("<?xml")) {
            kind = "a page of the web (HTML or XML)";
        } else if (text.startsWith("%PDF")) {
            kind = "a PDF";
        } else if (text.startsWith("version https://git-lfs")) {
            kind = "a pointer of Git LFS to a picture";
        } else if (text.startsWith("8BPS")) {
            kind = "a Photoshop file";
        } else if (hex.startsWith("0000000c6a5020") || hex.startsWith("ff4fff51")) {
            kind = "a JPEG 2000 picture";
        } else if (hex.startsWith("ff0a") || hex.startsWith("0000000c4a584c20")) {
            kind = "a JPEG XL picture";
        } else if (text.length() > 8 && text.startsWith("ftyp", 4)) {
            kind = "a video";
        }
        return "is " + (kind == null ? "not an image" : kind) + ": JPEG, PNG and WebP are taken";
    }

    private static @Nullable String archive(byte[] head, String hex) {
        if (hex.startsWith("377abcaf271c")) {
            return "7z";
        }
        if (hex.startsWith("526172211a07")) {
            return "RAR";
        }
        if (head.length > TAR_NAME + 5 && new String(head, TAR_NAME, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return "tar";
        }
        if (hex.startsWith("1f8b")) {
            return "gzip (.gz, .tgz)";
        }
        if (hex.startsWith("425a68")) {
            return "bzip2";
        }
        if (hex.startsWith("fd377a585a00")) {
            return "xz";
        }
        if (hex.startsWith("28b52ffd")) {
            return "Zstandard";
        }
        return null;
    }
}
