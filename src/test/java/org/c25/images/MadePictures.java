package org.c25.images;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Makes pictures as cameras and programs write them, with the parts that Java's writers leave out. */
final class MadePictures {

    private static final int AFTER_HEADER = 33;

    private MadePictures() {}

    /** A picture twice as wide as high: its left half is red, its right half blue, its lower left corner green. */
    static BufferedImage redAndBlue(int type) {
        BufferedImage image = new BufferedImage(80, 40, type);
        for (int x = 0; x < 80; x++) {
            for (int y = 0; y < 40; y++) {
                Color color = x >= 40 ? Color.BLUE : y >= 20 && x < 20 ? Color.GREEN : Color.RED;
                image.setRGB(x, y, color.getRGB());
            }
        }
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same JPEG or PNG, turned by EXIF. */
    static byte[] turned(byte[] picture, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26);
        exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
        if ((picture[0] & 0xff) == 0x89) {
            return withChunk(picture, "eXIf", exif.array());
        }
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(4 + head.length + exif.capacity());
        segment.putShort((short) 0xffe1).putShort((short) (segment.capacity() - 2));
        segment.put(head).put(exif.array());
        return spliced(picture, 2, segment.array());
    }

    /** The same PNG with another chunk after its header. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        return spliced(png, AFTER_HEADER, chunk(name, content));
    }

    static byte[] withProfile(byte[] png, byte[] profile) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {'i', 'c', 'c', 0, 0});
        try (DeflaterOutputStream packed = new DeflaterOutputStream(content)) {
            packed.write(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withChunk(png, "iCCP", content.toByteArray());
    }

    static byte[] chunk(String name, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
        chunk.putInt(content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(part);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
