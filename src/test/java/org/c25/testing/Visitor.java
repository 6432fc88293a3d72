package org.c25.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, follows redirects and sends forms with their token. */
public final class Visitor {

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address).resolve(path)));
    }

    /** As {@link #get}, with one more header. */
    public HttpResponse<String> get(String path, String header, String value) {
        return send(HttpRequest.newBuilder(URI.create(address).resolve(path)).header(header, value));
    }

    /** From now on the browser takes no cookies. */
    public Visitor withoutCookies() {
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_NONE);
        return this;
    }

    /** The names of the cookies that it keeps. */
    public List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    /** Has a cookie from somewhere, for all pages. */
    public void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    public HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", Map.of("username", name, "password", password), "/sign-in");
    }

    /** Sends a form that stands on a page. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String page) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", formToken(page));
        return send(path, all);
    }

    /** Sends a form with files that stands on a page; strings as fields, byte arrays as files. */
    public HttpResponse<String> upload(String path, Map<String, Object> parts, String page) {
        Map<String, Object> all = new HashMap<>(parts);
        all.put("_csrf", formToken(page));
        return uploadRaw(path, all);
    }

    /** Sends these parts and no others. */
    public HttpResponse<String> uploadRaw(String path, Map<String, Object> parts) {
        return send(HttpRequest.newBuilder(URI.create(address).resolve(path))
                .header("Content-Type", Multipart.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Multipart.body(parts))));
    }

    public String formToken(String page) {
        return tokenIn(get(page));
    }

    /** The token of the forms on a page that was shown. */
    public static String tokenIn(HttpResponse<String> page) {
        return found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", page.body());
    }

    /** Loses a cookie, as at the end of a session. */
    public void lose(String cookie) {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(kept -> kept.getName().equals(cookie))
                .forEach(kept -> cookies.getCookieStore().remove(null, kept));
    }

    /** As {@link #send}, from a page of this site, as browsers say. */
    public HttpResponse<String> sendFromHere(String path, Map<String, String> fields) {
        return sendAll(path, asLists(fields), "Sec-Fetch-Site", "same-origin");
    }

    /** Sends these fields and no others. */
    public HttpResponse<String> send(String path, Map<String, String> fields) {
        return sendAll(path, asLists(fields));
    }

    private static Map<String, List<String>> asLists(Map<String, String> fields) {
        Map<String, List<String>> all = new HashMap<>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }

    /** As {@link #send}, for a form in which a name can stand several times. */
    public HttpResponse<String> sendAll(String path, Map<String, List<String>> fields) {
        return sendAll(path, fields, "Accept", "text/html");
    }

    private HttpResponse<String> sendAll(
            String path, Map<String, List<String>> fields, String header, String headerValue) {
        String form = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address).resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, headerValue)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first group of a pattern that must be in a text. */
    public static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
