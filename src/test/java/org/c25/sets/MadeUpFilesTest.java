package org.c25.sets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files as tools, systems and accidents leave them. Each is taken, or refused in words that say what it is; none is a
 * failure of the server, and of none is a half stored.
 */
@OnH2
class MadeUpFilesTest {

    private static final byte[] PNG = Lab.picture("png", 7001);
    private static final byte[] JPEG = Lab.picture("jpg", 7002);
    private static final byte[] ZIP = Lab.zip(Map.of("a.png", PNG));
    private static final String TAKEN = "";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private long study;

    @BeforeEach
    void aStudy() {
        staff = Api.stranger(port).admin();
        study = new Lab(staff).study(Map.of("capacity", 3));
    }

    private void assertTold(Map<String, Object> parts, String words) {
        Map<String, Object> all = new LinkedHashMap<>(parts);
        all.put("number", "1");
        all.put("kind", "CUSTOM");
        Api.Answer answer = staff.upload("/api/v1/studies/" + study + "/sets", all);
        int sets = jdbc.sql("select count(*) from image_set where study_id = ?")
                .param(study)
                .query(Integer.class)
                .single();
        if (words.isEmpty()) {
            answer.expect(201);
            assertThat(sets).isOne();
        } else {
            answer.expectProblem(422, words);
            assertThat(answer.bytes().length).as("short enough to be read").isLessThan(100_000);
            assertThat(sets).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void zips(String name, byte[] zip, String words) {
        assertTold(Map.of("images", zip), words);
    }

    static Stream<Arguments> zips() {
        return Stream.of(
                arguments("no entries", Lab.zip(Map.of()), "is empty"),
                arguments("no bytes", new byte[0], "is an empty file"),
                arguments("a folder alone", Lab.zip(Map.of("f/", new byte[0])), "is empty"),
                arguments("a ZIP in a ZIP", Lab.zip(Map.of("in.zip", ZIP)), "unpack the archives that are in it first"),
                arguments("a program before it", joined("#!/bin/sh\n".getBytes(UTF_8), ZIP), TAKEN),
                arguments("noughts behind it", joined(ZIP, new byte[99]), TAKEN),
                arguments("cut off", Arrays.copyOf(ZIP, ZIP.length - 9), "end is missing"),
                arguments("half of it", Arrays.copyOf(ZIP, ZIP.length / 2), "end is missing"),
                arguments("ZIP64", packed(Zip64Mode.Always, "a.png"), TAKEN),
                arguments("an emoji", packed(Zip64Mode.Never, "\ud83d\ude00.png"), TAKEN),
                arguments("percent, plus and space", packed(Zip64Mode.Never, "100% a+b .png"), TAKEN),
                arguments("decomposed", packed(Zip64Mode.Never, "cafe\u0301.png"), TAKEN),
                arguments("backslashes", packed(Zip64Mode.Never, "x\\y\\a.png"), TAKEN),
                arguments("a leading ./", packed(Zip64Mode.Never, "./a.png"), TAKEN),
                arguments("absolute", packed(Zip64Mode.Never, "/tmp/a.png"), "lies outside the archive"),
                arguments("above", packed(Zip64Mode.Never, "../../a.png"), "lies outside the archive"),
                arguments("on a drive", packed(Zip64Mode.Never, "C:\\a.png"), "lies outside the archive"),
                arguments("a line break", packed(Zip64Mode.Never, "a\nb.png"), "characters that nobody sees"),
                arguments("too long", packed(Zip64Mode.Never, "x".repeat(300) + ".png"), "too long"),
                arguments(
                        "twice in a folder", packed(Zip64Mode.Never, "a.png", "a.png"), "two files of the name a.png"),
                arguments("twice in two", packed(Zip64Mode.Never, "x/a.png", "y/a.png"), TAKEN),
                arguments("in two ways of writing", packed(Zip64Mode.Never, "a.png", "A.png"), TAKEN),
                arguments("without an ending", packed(Zip64Mode.Never, "face"), TAKEN),
                arguments("a password", withByte(ZIP, "PK\1\2", 8, 1), "has a password"),
                arguments("an odd method", withByte(ZIP, "PK\1\2", 10, 99), "a method that is not read here"),
                arguments("another checksum", withByte(ZIP, "PK\1\2", 16, 0x55), "checksum"),
                arguments("another place", withByte(ZIP, "PK\1\2", 42, 0x55), "end is missing or damaged"),
                arguments("zeros", Lab.zip(Map.of("a.png", new byte[30 << 20])), "c25.images.max-bytes"),
                arguments("a video beside", Lab.zip(Map.of("a.mp4", video(), "b.png", PNG)), TAKEN),
                arguments("a video alone", Lab.zip(Map.of("a.mp4", video())), "holds no pictures"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void pictures(String name, byte[] picture, String words) {
        assertTold(Map.of("images", Lab.zip(Map.of("a.jpg", picture))), words);
    }

    static Stream<Arguments> pictures() {
        byte[] twoHeaders = joined(joined(Arrays.copyOf(PNG, 33), Arrays.copyOfRange(PNG, 8, 33)), from(PNG, 33));
        return Stream.of(
                arguments("no bytes", new byte[0], "is an empty file"),
                arguments("one byte", new byte[] {-1}, "is not an image"),
                arguments("signature of a PNG alone", Arrays.copyOf(PNG, 8), "damaged"),
                arguments("head of a PNG alone", Arrays.copyOf(PNG, 33), "damaged"),
                arguments("half a PNG", Arrays.copyOf(PNG, PNG.length / 2), "damaged"),
                arguments("half a JPEG", Arrays.copyOf(JPEG, JPEG.length / 2), "damaged"),
                arguments("head of a JPEG", Arrays.copyOf(JPEG, 100), "damaged"),
                arguments("a JPEG without its end", Arrays.copyOf(JPEG, JPEG.length - 2), TAKEN),
                arguments("something behind a JPEG", joined(JPEG, JPEG), TAKEN),
                arguments("something behind a PNG", joined(PNG, new byte[99]), TAKEN),
                arguments("one pixel", image(BufferedImage.TYPE_INT_RGB, 1, "png"), TAKEN),
                arguments("grey", image(BufferedImage.TYPE_BYTE_GRAY, 9, "png"), TAKEN),
                arguments("grey of 16 bits", image(BufferedImage.TYPE_USHORT_GRAY, 9, "png"), TAKEN),
                arguments("black and white", image(BufferedImage.TYPE_BYTE_BINARY, 9, "png"), TAKEN),
                arguments("of a palette", image(BufferedImage.TYPE_BYTE_INDEXED, 9, "png"), TAKEN),
                arguments("transparent", image(BufferedImage.TYPE_INT_ARGB, 9, "png"), TAKEN),
                arguments("grey JPEG", image(BufferedImage.TYPE_BYTE_GRAY, 9, "jpg"), TAKEN),
                arguments("a PNG of two headers", twoHeaders, "header"),
                arguments("JPEG of 12 bits", withByte(JPEG, "\u00ff\u00c0", 4, 12), "of 12 bits a colour"),
                arguments("JPEG without loss", withByte(JPEG, "\u00ff\u00c0", 1, 0xc3), "without loss"),
                arguments("JPEG with arithmetic coding", withByte(JPEG, "\u00ff\u00c0", 1, 0xc9), "arithmetic coding"),
                arguments("JPEG of no height", withBytes(JPEG, "\u00ff\u00c0", 5, 0, 0), "damaged"),
                arguments("JPEG of a huge size", withBytes(JPEG, "\u00ff\u00c0", 5, 255, 255, 255, 255), "65535"),
                arguments(
                        "PNG of a huge size",
                        withBytes(PNG, "IHDR", 4, 127, 255, 255, 255),
                        "checksum of its part IHDR"),
                arguments("BMP", image(BufferedImage.TYPE_INT_RGB, 9, "bmp"), "is a BMP picture"),
                arguments("GIF", image(BufferedImage.TYPE_BYTE_INDEXED, 9, "gif"), "is a GIF picture"),
                arguments("TIFF", image(BufferedImage.TYPE_INT_RGB, 9, "tiff"), "is a TIFF picture"),
                arguments("SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8), "is an SVG drawing"),
                arguments("HTML", "<!DOCTYPE html>".getBytes(UTF_8), "a page of the web"),
                arguments("HEIC", heif("heic"), "HEIC or AVIF"),
                arguments("AVIF", heif("avif"), "HEIC or AVIF"),
                arguments("video", video(), "is a video"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void manifests(String name, byte[] csv, String words) {
        Map<String, byte[]> images = Map.of("a.png", PNG, "b.png", Lab.picture("png", 7003));
        assertTold(Map.of("manifest", csv, "images", Lab.zip(images)), words);
    }

    static Stream<Arguments> manifests() {
        String plain = "index,filename,valence\n1,a.png,0.5\n2,b.png,-2\n";
        return Stream.of(
                csv("UTF-16, little", "\ufeff" + plain, UTF_16LE, "is in UTF-16"),
                csv("UTF-16, big", "\ufeff" + plain, UTF_16BE, "is in UTF-16"),
                csv("UTF-16 without a mark", plain, UTF_16LE, "no text"),
                csv("Latin-1", "index,filename\n1,caf\u00e9.png\n", ISO_8859_1, "is not in UTF-8"),
                csv("a mark, sep= and semicolons", "\ufeffsep=;\r\n" + plain.replace(',', ';'), TAKEN),
                csv("sep= of another separator", "sep=;\r\n" + plain, "the header is one column"),
                csv("CR alone", plain.replace('\n', '\r'), TAKEN),
                csv("CRLF", plain.replace("\n", "\r\n"), TAKEN),
                csv("tabs", plain.replace(',', '\t'), TAKEN),
                csv("pipes", plain.replace(',', '|'), "the header is one column"),
                csv("a quoted line break", "index,filename,n\n1,a.png,\"x\ny\"\n", TAKEN),
                csv("a quote without its end", "index,filename,n\n1,a.png,\"x\n", "quote"),
                csv(
                        "decimal commas",
                        plain.replace(',', ';').replace('.', ',').replace(",png", ".png"),
                        "decimal comma"),
                csv("thousands", "index,filename\n\"1,234\",a.png\n", "between its thousands"),
                csv("thousands of Switzerland", "index;filename\n1'234;a.png\n", "between its thousands"),
                csv("a power", "index,filename\n1.23E+05,a.png\n", "as a power"),
                csv("a date", "index,filename\n01.02.2024,a.png\n", "a whole number from 0"),
                csv("a file name that Excel made a date", "index,filename\n1,1-Feb\n", "1-Feb is not in the archive"),
                csv("words in capitals", "index,filename,expression\n1,a.png,HAPPINESS\n", TAKEN),
                csv("words of another language", "index,filename,expression\n1,a.png,Freude\n", "not Freude"),
                csv("gaps in words", "index,filename,expression\n1,a.png,#N/A\n", TAKEN),
                csv("spaces around", " index , filename \n 1 , a.png \n", TAKEN),
                csv("unseen characters around", "\u00a0index,filename\u200b\n1,a.png\n", TAKEN),
                csv("pandas' own index", ",index,filename\n0,1,a.png\n", TAKEN),
                csv("columns twice", "index,filename,Filename\n1,a.png,b.png\n", "twice"),
                csv("no header", "1,a.png\n", "missing from the header"),
                csv("header alone", "index,filename\n", "is empty"),
                csv("a path", "index,filename\n1,faces/a.png\n", "bare file name"),
                csv("another ending", "index,filename\n1,a.jpg\n", "a.png is: write it as it is there"),
                csv("a NUL", "index,filename\n1,a\0.png\n", "NUL"),
                csv("a long cell", "index,filename\n1," + "\ud83d\ude00".repeat(9999) + "\n", "bare file name"),
                csv("JSON", "[{\"index\":1}]", "missing from the header"),
                arguments("a workbook", Lab.zip(Map.of("xl/a", new byte[1])), "is a workbook"));
    }

    private static Arguments csv(String name, String text, String words) {
        return csv(name, text, UTF_8, words);
    }

    private static Arguments csv(String name, String text, Charset charset, String words) {
        return arguments(name, text.getBytes(charset), words);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static byte[] from(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] withByte(byte[] bytes, String mark, int offset, int value) {
        return withBytes(bytes, mark, offset, value);
    }

    private static byte[] withBytes(byte[] bytes, String mark, int offset, int... values) {
        byte[] other = bytes.clone();
        int at = new String(bytes, ISO_8859_1).indexOf(mark) + offset;
        for (int i = 0; i < values.length; i++) {
            other[at + i] = (byte) values[i];
        }
        return other;
    }

    private static byte[] packed(Zip64Mode mode, String... paths) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            out.setUseZip64(mode);
            int number = 0;
            for (String path : paths) {
                out.putArchiveEntry(new ZipArchiveEntry(path));
                out.write(Lab.picture("png", 7100 + number++));
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] image(int type, int side, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(new BufferedImage(side, side, type), format, bytes))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] heif(String brand) {
        return ("\0\0\0\u0018ftyp" + brand + "\0".repeat(40)).getBytes(ISO_8859_1);
    }

    private static byte[] video() {
        return heif("mp42");
    }
}
