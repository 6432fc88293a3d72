package org.c25.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/** A form with files, as browsers and programs send it. */
final class Multipart {

    private static final String BOUNDARY = "----c25-test-boundary";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Multipart() {}

    /** @param parts strings as fields, byte arrays as files of the part's name */
    static byte[] body(Map<String, Object> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, value) -> {
            boolean file = value instanceof byte[];
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                    + (file ? "; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream" : "")
                    + "\r\n\r\n";
            body.writeBytes(head.getBytes(UTF_8));
            body.writeBytes(file ? (byte[]) value : String.valueOf(value).getBytes(UTF_8));
            body.writeBytes("\r\n".getBytes(UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }
}
