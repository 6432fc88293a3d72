package org.c25.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form with files, as browsers and programs send it. */
final class Multipart {

    private static final String BOUNDARY = "----c25-test-boundary";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Multipart() {}

    /** @param parts strings as fields, byte arrays as files of the part's name, maps as several files by their names */
    static byte[] body(Map<String, Object> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, value) -> {
            if (value instanceof Map<?, ?> files) {
                files.forEach((file, bytes) -> add(body, name, String.valueOf(file), (byte[]) bytes));
            } else if (value instanceof byte[] bytes) {
                add(body, name, name, bytes);
            } else {
                add(body, name, null, String.valueOf(value).getBytes(UTF_8));
            }
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static void add(ByteArrayOutputStream body, String name, @Nullable String filename, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (filename == null ? "" : "; filename=\"" + filename + "\"\r\nContent-Type: application/octet-stream")
                + "\r\n\r\n";
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }
}
