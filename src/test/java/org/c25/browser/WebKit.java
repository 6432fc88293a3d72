package org.c25.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebKit, the engine of Safari: WebKitGTK by its own WebDriver (W3C), on a screen that nobody sees (Debian:
 * {@code webkit2gtk-driver} and {@code xvfb}). What it is told is done in one window, the size of a phone.
 */
final class WebKit implements AutoCloseable {

    private static final Path DRIVER = Path.of("/usr/bin/WebKitWebDriver");
    private static final Path SCREEN = Path.of("/usr/bin/Xvfb");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final String driver;
    private String session = "";

    /** Opens a window of this size, in CSS pixels. */
    WebKit(int width, int height) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(Process::destroyForcibly)));
        int display = ThreadLocalRandom.current().nextInt(100, 30_000);
        begin(Map.of(), SCREEN.toString(), ":" + display, "-screen", "0", "1280x1024x24", "-nolisten", "tcp");
        for (int look = 0; look < 600 && !Files.exists(Path.of("/tmp/.X11-unix/X" + display)); look++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        int port = freePort();
        driver = "http://127.0.0.1:" + port;
        begin(Map.of("DISPLAY", ":" + display), DRIVER.toString(), "--port=" + port);
        JsonNode begun = null;
        for (int attempt = 0; attempt < 600 && begun == null; attempt++) {
            try {
                begun = call("POST", "/session", Map.of("capabilities", Map.of()));
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        if (begun == null) {
            throw new IllegalStateException("The WebDriver of WebKit does not answer.");
        }
        session = "/session/" + begun.get("sessionId").asString();
        String first = call("GET", session + "/window", null).asString();
        // The first window can't be made as narrow as a phone.
        script("window.open('about:blank', '', 'width=%d,height=%d')".formatted(width, height));
        for (JsonNode window : call("GET", session + "/window/handles", null)) {
            if (!window.asString().equals(first)) {
                call("POST", session + "/window", Map.of("handle", window.asString()));
            }
        }
    }

    static boolean isHere() {
        return Files.isExecutable(DRIVER) && Files.isExecutable(SCREEN);
    }

    private void begin(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        processes.add(process.start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void open(String address) throws IOException, InterruptedException {
        call("POST", session + "/url", Map.of("url", address));
    }

    String address() throws IOException, InterruptedException {
        return call("GET", session + "/url", null).asString();
    }

    /** Clicks in the middle of what there is, once it is there. */
    void click(String selector) throws IOException, InterruptedException {
        until("document.querySelector(" + quoted(selector) + ")");
        JsonNode element = call("POST", session + "/element", Map.of("using", "css selector", "value", selector))
                .get(ELEMENT);
        call("POST", session + "/element/" + element.asString() + "/click", Map.of());
    }

    /** Presses a key. */
    void press(String key) throws IOException, InterruptedException {
        List<Map<String, Object>> strokes =
                List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key));
        call(
                "POST",
                session + "/actions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", strokes))));
    }

    /** Runs an expression in the page. */
    JsonNode script(String expression) throws IOException, InterruptedException {
        return call("POST", session + "/execute/sync", Map.of("script", "return " + expression, "args", List.of()));
    }

    /** Waits until an expression is true. */
    void until(String expression) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!script("Boolean(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never so: " + expression + " at " + address() + ":\n"
                        + script("document.body.innerText").asString());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private JsonNode call(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(driver + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        JsonNode value = JSON.readTree(response.body()).get("value");
        if (response.statusCode() != 200) {
            throw new IllegalStateException(method + " " + path + " " + body + ": " + value);
        }
        return value;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!session.isEmpty()) {
            call("DELETE", session, null);
        }
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
