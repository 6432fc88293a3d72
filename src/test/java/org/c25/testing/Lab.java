package org.c25.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** An experimenter's fixtures, made through the API alone. */
public final class Lab {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Api staff;

    public Lab(Api staff) {
        this.staff = staff;
    }

    /** A study of the usual kind: 25 places, ten per cent shown twice; without practice and breaks. */
    public long study() {
        return study(Map.of());
    }

    public long study(Map<String, Object> protocol) {
        Map<String, Object> body = new LinkedHashMap<>(protocol);
        body.putIfAbsent("name", "Study " + COUNT.incrementAndGet());
        body.putIfAbsent("pacing", Map.of("practiceTrials", 0, "breakEvery", 0));
        return staff.post("/api/v1/studies", body).expect(201).json().get("id").asLong();
    }

    /** A set that is open, with this many images of all eight classes in turn. */
    public long openSet(long study, int images) {
        long set = draftSet(study, images);
        open(set);
        return set;
    }

    public long draftSet(long study, int images) {
        return draftSet(study, images, zip(images));
    }

    /** @param zip holds {@link #filename} 0 … images − 1 */
    public long draftSet(long study, int images, byte[] zip) {
        Map<String, Object> parts = parts(manifest(images), zip);
        return staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    /** The path of a set's new recruiting link. */
    public String recruit(long set) {
        String url = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        return url.substring(url.indexOf("/recruit/"));
    }

    public void open(long set) {
        staff.post("/api/v1/sets/" + set + "/opening").expect(204);
    }

    public void close(long set) {
        staff.delete("/api/v1/sets/" + set + "/opening").expect(204);
    }

    /** A set without pictures. */
    public long bareSet(long study, byte[] manifest) {
        Map<String, Object> parts = new LinkedHashMap<>(Map.of("kind", "CONFUSING", "manifest", manifest));
        parts.put("number", String.valueOf(1));
        return staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    public static Map<String, Object> parts(String manifest, byte[] zip) {
        return Map.of(
                "number", "1", "kind", "RANDOM", "manifest", manifest.getBytes(StandardCharsets.UTF_8), "images", zip);
    }

    public List<String> invite(long set, int count) {
        return staff.post("/api/v1/sets/" + set + "/invitations", Map.of("count", count))
                .expect(201)
                .json()
                .valueStream()
                .map(link -> link.get("token").asString())
                .toList();
    }

    /** Gives somebody's place on. */
    public void release(long set, int slot) {
        staff.delete("/api/v1/sets/" + set + "/slots/" + slot + "?note=test").expect(204);
    }

    public JsonNode progress(long set) {
        return staff.get("/api/v1/sets/" + set + "/progress").expect(200).json();
    }

    public byte[] export(long set, String file) {
        return staff.get("/api/v1/sets/" + set + "/exports/" + file).expect(200).bytes();
    }

    public static String filename(int index) {
        return "face-%03d.png".formatted(index);
    }

    public static String manifest(int images) {
        StringBuilder csv = new StringBuilder("index,filename,expression\r\n");
        for (int i = 0; i < images; i++) {
            csv.append(1000 + i)
                    .append(',')
                    .append(filename(i))
                    .append(',')
                    .append(i % 8)
                    .append("\r\n");
        }
        return csv.toString();
    }

    public static byte[] zip(int images) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        IntStream.range(0, images).forEach(i -> entries.put("faces/" + filename(i), picture("png", i)));
        return zip(entries);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A picture that differs from every other number's. */
    public static byte[] picture(String format, int number) {
        BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 24; x++) {
            for (int y = 0; y < 24; y++) {
                image.setRGB(x, y, Color.HSBtoRGB(number / 97f, 0.7f, (x + y + number % 7) / 56f));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
