package org.c25.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The answer to a form, kept so that the same form gets the same answer again.
 *
 * @param headers those of {@code HEADERS} that the answer has
 * @param flash the words for the page that the answer leads to
 */
record FormAnswer(int status, Map<String, String> headers, Map<String, String> flash, byte[] body) {

    private static final List<String> HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION);
    private static final String PENDING_FLASHES = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

    static FormAnswer of(HttpServletRequest request, ContentCachingResponseWrapper response) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : HEADERS) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Map<String, String> flash = new TreeMap<>();
        RequestContextUtils.getOutputFlashMap(request).forEach((name, value) -> {
            if (value instanceof String words) {
                flash.put(name, words);
            }
        });
        return new FormAnswer(response.getStatus(), headers, flash, response.getContentAsByteArray());
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && !flash.isEmpty()) {
            flashAgain(location, request, response);
        }
        response.setStatus(status);
        headers.forEach((name, value) -> {
            if (name.equals(HttpHeaders.CONTENT_TYPE)) {
                response.setContentType(value);
            } else {
                response.setHeader(name, value);
            }
        });
        response.getOutputStream().write(body);
    }

    /** Gives the words to the page again, unless they still wait for it: then whoever comes to it first reads them. */
    private void flashAgain(String location, HttpServletRequest request, HttpServletResponse response) {
        UriComponents target = UriComponentsBuilder.fromUriString(location).build();
        FlashMap words = new FlashMap();
        words.putAll(flash);
        words.setTargetRequestPath(target.getPath());
        words.addTargetRequestParams(target.getQueryParams());
        boolean waits = request.getSession(false) != null
                && request.getSession(false).getAttribute(PENDING_FLASHES) instanceof List<?> pending
                && pending.contains(words);
        if (!waits) {
            new SessionFlashMapManager().saveOutputFlashMap(words, request, response);
        }
    }

    byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(status);
            write(headers, out);
            write(flash, out);
            out.writeInt(body.length);
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static void write(Map<String, String> words, DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        for (Map.Entry<String, String> entry : words.entrySet()) {
            write(entry.getKey(), out);
            write(entry.getValue(), out);
        }
    }

    /** Writes the text's length and then the text; {@code writeUTF} takes no more than 65,535 bytes. */
    private static void write(String words, DataOutputStream out) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static FormAnswer unpacked(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            return new FormAnswer(in.readInt(), read(in), read(in), in.readNBytes(in.readInt()));
        }
    }

    private static Map<String, String> read(DataInputStream in) throws IOException {
        Map<String, String> words = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            // Answers kept before an update have lengths of two bytes. No name is empty, and none is that long.
            int begin = in.readUnsignedShort();
            if (begin == 0) {
                words.put(text(in, in.readUnsignedShort()), text(in, in.readInt()));
            } else {
                words.put(text(in, begin), in.readUTF());
            }
        }
        return words;
    }

    private static String text(DataInputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
