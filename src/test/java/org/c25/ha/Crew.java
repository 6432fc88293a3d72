package org.c25.ha;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * Participants who rate by the rules of the page's outbox: each looks at the picture, sends the answer under a UUID of
 * its own, sends it again under the same UUID until it is acknowledged, and never goes on before.
 */
final class Crew {

    static final int PEOPLE = 20;
    private static final int IMAGES = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long THINKING = 150;
    private static final long PAUSE = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean going = true;

    /** What was acknowledged: expression, valence and arousal by the answer's UUID. */
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** When, in nanoseconds. */
    final ConcurrentSkipListSet<Long> times = new ConcurrentSkipListSet<>();

    final AtomicInteger waits = new AtomicInteger();
    final AtomicInteger lostPictures = new AtomicInteger();
    final AtomicInteger refusals = new AtomicInteger();
    final AtomicInteger fewer = new AtomicInteger();
    final AtomicInteger finished = new AtomicInteger();
    private final Map<String, AtomicInteger> kinds = new ConcurrentHashMap<>();

    Crew(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Makes a study with a set of its own, and lets everybody begin. */
    void begin() throws Exception {
        String admin = "Bearer "
                + text(
                        "token",
                        staff(
                                "/api/v1/tokens",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(("admin:" + Cluster.ADMIN_PASSWORD)
                                                        .getBytes(StandardCharsets.UTF_8)),
                                "application/json",
                                BodyPublishers.ofString("{\"name\": \"ha\"}")));
        String study = number(
                "id",
                staff(
                        "/api/v1/studies",
                        admin,
                        "application/json",
                        BodyPublishers.ofString(
                                "{\"name\": \"Cluster " + UUID.randomUUID() + "\", \"repeatShare\": 0}")));
        String boundary = "x" + UUID.randomUUID();
        String set = number(
                "id",
                staff(
                        "/api/v1/studies/" + study + "/sets",
                        admin,
                        "multipart/form-data; boundary=" + boundary,
                        BodyPublishers.ofByteArray(form(boundary))));
        staff("/api/v1/sets/" + set + "/opening", admin, "application/json", BodyPublishers.noBody());
        String invitations = staff(
                "/api/v1/sets/" + set + "/invitations",
                admin,
                "application/json",
                BodyPublishers.ofString("{\"count\": " + PEOPLE + "}"));
        Matcher tokens = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"").matcher(invitations);
        while (tokens.find()) {
            String token = "Bearer " + tokens.group(1);
            staff(
                    "/api/v1/participant/consent",
                    token,
                    "application/json",
                    BodyPublishers.ofString("{\"accepted\": true, \"locale\": \"en\"}"));
            people.add(new Thread(() -> rate(token)));
        }
        people.forEach(Thread::start);
    }

    private String staff(String path, String authorization, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", authorization)
                        .header("Content-Type", type)
                        .POST(body)
                        .timeout(Duration.ofMinutes(3))
                        .build(),
                BodyHandlers.ofString());
        if (reply.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply.body();
    }

    private static byte[] form(String boundary) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        StringBuilder manifest = new StringBuilder("index,filename\n");
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (int i = 0; i < IMAGES; i++) {
                BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = image.createGraphics();
                pen.setColor(new Color(i * 20_000));
                pen.fillOval(4, 4, 56, 56);
                pen.dispose();
                zip.putNextEntry(new ZipEntry(i + ".png"));
                ImageIO.write(image, "png", zip);
                manifest.append(i).append(',').append(i).append(".png\n");
            }
        }
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        field(form, boundary, "number\"", "1".getBytes(StandardCharsets.UTF_8));
        field(form, boundary, "kind\"", "CUSTOM".getBytes(StandardCharsets.UTF_8));
        field(
                form,
                boundary,
                "manifest\"; filename=\"m.csv\"",
                manifest.toString().getBytes(StandardCharsets.UTF_8));
        field(form, boundary, "images\"; filename=\"i.zip\"", archive.toByteArray());
        form.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static void field(ByteArrayOutputStream form, String boundary, String name, byte[] content)
            throws IOException {
        form.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.write(content);
        form.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private void rate(String token) {
        Random random = new Random();
        int counted = 0;
        for (int position = 0; going; ) {
            HttpResponse<byte[]> trials = until200(token, "/api/v1/participant/trials?limit=5&from=" + position, null);
            if (trials == null) {
                return;
            }
            Matcher shown = Pattern.compile("\"position\"\\s*:\\s*(\\d+)\\s*,\\s*\"image\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(new String(trials.body(), StandardCharsets.UTF_8));
            boolean any = false;
            while (going && shown.find()) {
                any = true;
                position = Integer.parseInt(shown.group(1)) + 1;
                String image = URI.create(shown.group(2)).getPath();
                if (until200(token, image, null) == null) {
                    return;
                }
                String id = UUID.randomUUID().toString();
                int[] rating = {random.nextInt(8), 1 + random.nextInt(9), 1 + random.nextInt(9)};
                HttpResponse<byte[]> reply = until200(
                        token,
                        "/api/v1/participant/trials/" + shown.group(1) + "/annotation",
                        "{\"id\": \"%s\", \"expression\": %d, \"valence\": %d, \"arousal\": %d}"
                                .formatted(id, rating[0], rating[1], rating[2]));
                if (reply == null) {
                    return;
                }
                acknowledged.put(id, rating[0] + "|" + rating[1] + "|" + rating[2]);
                times.add(System.nanoTime());
                int now = Integer.parseInt(number("answered", new String(reply.body(), StandardCharsets.UTF_8)));
                if (now <= counted) {
                    fewer.incrementAndGet();
                }
                counted = now;
                sleep(THINKING);
            }
            if (!any && going) {
                finished.incrementAndGet();
                return;
            }
        }
    }

    /** Asks until it gets a 200; null if the work is over, or a reply says that asking again is of no use. */
    private HttpResponse<byte[]> until200(String token, String path, String answer) {
        while (true) {
            String kind;
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", token)
                        .timeout(PATIENCE);
                HttpResponse<byte[]> reply = http.send(
                        (answer == null
                                        ? request
                                        : request.header("Content-Type", "application/json")
                                                .PUT(BodyPublishers.ofString(answer)))
                                .build(),
                        BodyHandlers.ofByteArray());
                if (reply.statusCode() == 200) {
                    return reply;
                }
                kind = String.valueOf(reply.statusCode());
                if (reply.statusCode() < 500) {
                    (path.contains("/images/") ? lostPictures : refusals).incrementAndGet();
                    System.out.println(
                            "  " + kind + " " + path + " " + new String(reply.body(), StandardCharsets.UTF_8));
                    return null;
                }
            } catch (IOException e) {
                kind = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                return null;
            }
            kinds.computeIfAbsent(kind, one -> new AtomicInteger()).incrementAndGet();
            waits.incrementAndGet();
            if (!going) {
                return null;
            }
            sleep(PAUSE);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets everybody end after the answer that they are at. */
    void end() throws InterruptedException {
        going = false;
        for (Thread person : people) {
            person.join();
        }
    }

    /** Whether somebody has been answering without a pause of a second for so long. */
    boolean isCalm(Duration time) {
        long now = System.nanoTime();
        Long before = times.lower(now - time.toNanos());
        if (before == null) {
            return false;
        }
        long last = before;
        for (long one : times.tailSet(before)) {
            if (one - last > 1_000_000_000L) {
                return false;
            }
            last = one;
        }
        return now - last < 1_000_000_000L;
    }

    /** The longest time in seconds in which nobody's answer was acknowledged. */
    double longestPause() {
        long longest = 0;
        Long last = null;
        for (long one : times) {
            longest = last == null ? 0 : Math.max(longest, one - last);
            last = one;
        }
        return longest / 1e9;
    }

    String kinds() {
        return kinds.toString();
    }

    private static String text(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException(json);
        }
        return found.group(1);
    }

    private static String number(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException(json);
        }
        return found.group(1);
    }
}
