package org.c25.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.c25.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * The token that tells one appearance of a form from another: the token against forgery, which Spring masks with random
 * bytes each time that a page shows it. Every form has it already, and nobody but the browser knows it.
 */
record FormToken(String text) {

    static final String FIELD = "_csrf";

    /** A name that a script makes up for each sending, to ask how far it is. */
    private static final String WORK = "work";

    private static final int SAMPLE = 1 << 20;

    static @Nullable FormToken in(HttpServletRequest request) {
        String sent = request.getParameter(FIELD);
        return sent == null ? null : new FormToken(sent);
    }

    /**
     * Returns an ID of what is sent. Two sendings have the same ID only if the same person sent the same to the same
     * address, from the same appearance of the form.
     */
    String idOf(HttpServletRequest request) {
        Mac mac = mac();
        Principal sender = request.getUserPrincipal();
        add(mac, sender == null ? "" : sender.getName());
        add(mac, request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals(FIELD) && !name.equals(WORK)) {
                add(mac, name);
                List.of(values).forEach(value -> add(mac, value));
            }
        });
        MultipartHttpServletRequest files = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (files != null) {
            new TreeMap<>(files.getMultiFileMap()).values().forEach(some -> some.forEach(file -> add(mac, file)));
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /** Returns a key that nobody can derive from the ID or from anything else that is stored. */
    SecretKeySpec key() {
        return new SecretKeySpec(mac().doFinal("the answer".getBytes(StandardCharsets.UTF_8)), "AES");
    }

    private Mac mac() {
        return Sha256.hmac(("form " + text).getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }

    /**
     * Adds a file by its name, its size, and a megabyte from either end: a ZIP ends in the checksums of all that it
     * holds.
     */
    private static void add(Mac mac, MultipartFile file) {
        add(mac, file.getName());
        add(mac, String.valueOf(file.getOriginalFilename()));
        add(mac, String.valueOf(file.getSize()));
        try (InputStream in = file.getInputStream()) {
            mac.update(in.readNBytes(SAMPLE));
            in.skipNBytes(Math.max(0, file.getSize() - 2 * SAMPLE));
            mac.update(in.readNBytes(SAMPLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
