package org.c25.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API over HTTP, as somebody or as nobody. */
public final class Api {

    public static final String ADMIN_PASSWORD = "correct-horse-battery";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private static final Map<String, Api> ADMINS = new ConcurrentHashMap<>();

    private final String address;
    private final String authorization;
    private final Map<String, String> headers;

    private Api(String address, String authorization) {
        this(address, authorization, Map.of("Accept", "application/json"));
    }

    private Api(String address, String authorization, Map<String, String> headers) {
        this.address = address;
        this.authorization = authorization;
        this.headers = headers;
    }

    /** The same caller, who says that they want another kind of reply. */
    public Api accepting(String type) {
        return saying("Accept", type);
    }

    /** The same caller, who sends this header besides. */
    public Api saying(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Api(address, authorization, all);
    }

    public static Api stranger(int port) {
        return at("http://localhost:" + port);
    }

    /** At a server that lies at this address, such as {@code http://localhost:8080/c25}. */
    public static Api at(String address) {
        return new Api(address, "");
    }

    public Api bearing(String token) {
        return new Api(address, "Bearer " + token);
    }

    public Api named(String name, String password) {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return new Api(address, "Basic " + credentials);
    }

    /** The account with this name and password, with a new token. */
    public Api account(String name, String password) {
        return bearing(named(name, password)
                .post("/api/v1/tokens", Map.of("name", "test"))
                .expect(201)
                .text("token"));
    }

    /** The admin, with one token for all tests of a server: hashing a password is meant to take long. */
    public Api admin() {
        Api known = ADMINS.get(address);
        if (known == null || known.get("/api/v1/sets/0/progress").status() == 401) {
            known = account("admin", ADMIN_PASSWORD);
            ADMINS.put(address, known);
        }
        return known;
    }

    public Answer get(String path) {
        return send("GET", path, "", BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", BodyPublishers.noBody());
    }

    public Answer post(String path, Object json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
    }

    public Answer post(String path) {
        return send("POST", path, "", BodyPublishers.noBody());
    }

    public Answer patch(String path, Object json) {
        return send("PATCH", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
    }

    public Answer put(String path, Object json) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
    }

    public Answer postRaw(String path, String contentType, String body) {
        return send("POST", path, contentType, BodyPublishers.ofString(body));
    }

    public Answer putRaw(String path, String body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body));
    }

    /** @param parts strings as fields, byte arrays as files of the part's name */
    public Answer upload(String path, Map<String, Object> parts) {
        return send("POST", path, Multipart.TYPE, BodyPublishers.ofByteArray(Multipart.body(parts)));
    }

    /** As {@link #upload}, with PUT. */
    public Answer putUpload(String path, Map<String, Object> parts) {
        return send("PUT", path, Multipart.TYPE, BodyPublishers.ofByteArray(Multipart.body(parts)));
    }

    private Answer send(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? address + path : path))
                .timeout(Duration.ofSeconds(120))
                .method(method, body);
        headers.forEach(request::header);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            return new Answer(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(String call, HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String body() {
            return new String(bytes(), UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The path to which it leads, without what is asked there. */
        public String place() {
            return URI.create(header("Location")).getPath();
        }

        public JsonNode json() {
            return JSON.readTree(bytes());
        }

        public String text(String field) {
            return json().get(field).asString();
        }

        public int number(String field) {
            return json().get(field).asInt();
        }

        public Answer expect(int status) {
            assertThat(status())
                    .as(call + " → " + (status() == status ? "" : body()))
                    .isEqualTo(status);
            return this;
        }

        /** A problem after RFC 9457 that names this field. */
        public Answer expectFault(int status, String field) {
            expect(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().get("status").asInt()).isEqualTo(status);
            List<String> fields = json().get("errors")
                    .valueStream()
                    .map(fault -> fault.path("field").asString(""))
                    .toList();
            assertThat(fields).as(body()).contains(field);
            return this;
        }

        /** A problem after RFC 9457 whose words contain these. */
        public Answer expectProblem(int status, String words) {
            expect(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(body()).contains(words);
            return this;
        }
    }
}
